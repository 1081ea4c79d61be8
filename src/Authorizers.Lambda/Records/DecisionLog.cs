using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Core;
using Authorizers.Core;
using Authorizers.Core.Events;

namespace Authorizers.Lambda.Records;

/// <summary>
/// Writes one JSON line for each invocation, straight to the stream: a logger would wrap the line in another and so hide it from
/// metric filters and queries.
/// </summary>
/// <param name="function">The kind of authorizer, such as <c>token</c>.</param>
/// <param name="output">The function's standard output; on the desk, standard error.</param>
/// <param name="clock">For the timestamp.</param>
public sealed class DecisionLog(string function, Stream output, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);

    /// <summary>Safe to call from several threads; a line is never torn.</summary>
    public void Write(DecisionRecord record, ILambdaContext context, TimeSpan duration)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            using (var writer = new Utf8JsonWriter(_line, CompactJson.Options))
            {
                WriteObject(writer, record, context, duration);
            }

            _line.Write("\n"u8);
            output.Write(_line.WrittenSpan);
            output.Flush();
        }
    }

    private void WriteObject(Utf8JsonWriter writer, DecisionRecord record, ILambdaContext context, TimeSpan duration)
    {
        writer.WriteStartObject();
        WriteTimestamp(writer);
        writer.WriteString("level"u8, record.Outcome switch { "outage" => "WARN"u8, "fault" => "ERROR"u8, _ => "INFO"u8 });
        writer.WriteString("function"u8, function);
        writer.WriteString("outcome"u8, record.Outcome);
        writer.WriteString("code"u8, record.Code);
        writer.WriteString("claim"u8, record.Claim);
        writer.WriteString("issuer"u8, record.Evidence.Issuer);
        writer.WriteString("keyId"u8, record.Evidence.KeyId);
        writer.WriteString("route"u8, record.Route);
        WriteMethod(writer, record.Method);
        writer.WriteString("requestId"u8, context.AwsRequestId);
        writer.WriteString("traceId"u8, context.TraceId);
        writer.WriteNumber("durationMs"u8, Math.Round(duration.TotalMilliseconds, 3));
        writer.WriteEndObject();
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

    private void WriteTimestamp(Utf8JsonWriter writer)
    {
        Span<char> text = stackalloc char[24];
        clock.GetUtcNow().TryFormat(text, out int length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteString("timestamp"u8, text[..length]);
    }
}
