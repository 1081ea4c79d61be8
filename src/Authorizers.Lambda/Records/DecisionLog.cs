using System.Buffers;
using System.Text.Json;
using Amazon.Lambda.Core;
using Authorizers.Core;
using Authorizers.Core.Events;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Records;

/// <summary>
/// Writes one JSON line for each invocation, which CloudWatch also reads as metrics (embedded metric format). It goes
/// straight to the
/// stream: a logger would wrap it in another line, and the metrics would be lost.
/// </summary>
/// <param name="function">The kind of authorizer, such as <c>token</c>.</param>
/// <param name="output">The function's standard output; on the desk, standard error.</param>
/// <param name="settings">A record below the least level is not written, nor are its metrics.</param>
/// <param name="clock">For the timestamp.</param>
public sealed class DecisionLog(string function, Stream output, LogSettings settings, TimeProvider clock)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _line;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private readonly Lock _gate = new();

    /// <summary>Safe to call from several threads; a line is never torn.</summary>
    public void Write(DecisionRecord record, ILambdaContext context, TimeSpan duration)
    {
        if (!settings.Admits(record.Level))
        {
            return;
        }

        ArrayBufferWriter<byte> line = _line ??= new ArrayBufferWriter<byte>(2048);
        Utf8JsonWriter writer = _writer ??= new Utf8JsonWriter(line, CompactJson.Options);
        line.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        WriteRecord(writer, record, context);
        WriteMetrics(writer, record, duration);
        writer.WriteEndObject();
        writer.Flush();
        line.Write("\n"u8);
        lock (_gate)
        {
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    private void WriteRecord(Utf8JsonWriter writer, DecisionRecord record, ILambdaContext context)
    {
        Timestamp.Write(writer, clock.GetUtcNow());
        writer.WriteString("level"u8, LogSettings.Name(record.Level));
        writer.WriteString("function"u8, function);
        writer.WriteString("outcome"u8, record.Outcome);
        writer.WriteString("code"u8, record.Code);
        writer.WriteString("claim"u8, record.Claim);
        writer.WriteString("issuer"u8, record.Evidence.Issuer);
        writer.WriteString("keyId"u8, record.Evidence.KeyId);
        if (record.Evidence.ApiKeyId is { } apiKey)
        {
            writer.WriteString("apiKey"u8, apiKey);
        }

        writer.WriteString("route"u8, record.Route);
        WriteMethod(writer, record.Method);
        writer.WriteString("requestId"u8, context.AwsRequestId);
        writer.WriteString("traceId"u8, context.TraceId);
        writer.WriteBoolean("keysAtHand"u8, !record.Evidence.KeysFetched);
    }

    private static void WriteMethod(Utf8JsonWriter writer, MethodArn? method)
    {
        if (method is null)
        {
            writer.WriteNull("api"u8);
            writer.WriteNull("stage"u8);
            return;
        }

        writer.WriteString("api"u8, method.ApiId);
        writer.WriteString("stage"u8, method.Stage);
    }

    /// <summary>
    /// CloudWatch takes dimensions from members of the same object, and these must be strings: without a code there is no
    /// such dimension.
    /// </summary>
    private void WriteMetrics(Utf8JsonWriter writer, DecisionRecord record, TimeSpan duration)
    {
        writer.WriteNumber("Decisions"u8, 1);
        writer.WriteNumber("DurationMs"u8, Math.Round(duration.TotalMilliseconds, 3));
        writer.WriteStartObject("_aws"u8);
        writer.WriteNumber("Timestamp"u8, clock.GetUtcNow().ToUnixTimeMilliseconds());
        writer.WritePropertyName("CloudWatchMetrics"u8);
        writer.WriteRawValue(record.Code is null ? MetricDirective.WithoutCode : MetricDirective.WithCode, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
