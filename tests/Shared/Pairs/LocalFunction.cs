using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Authorizers.Core;
using Authorizers.Lambda;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Tests.Pairs;

/// <summary>The function, put together for one configuration file, with both of its doors and all that it says kept.</summary>
internal sealed class LocalFunction : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>As the command writes an error.</summary>
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StoppedClock _clock = new();
    private readonly MemoryStream _records = new();
    private readonly MemoryStream _lines = new();
    private readonly LineLogger _log;
    private readonly AuthorizerFunction _function;

    public LocalFunction(string configuration, Func<string, string?>? variable = null)
    {
        var surroundings = new FunctionSurroundings(configuration, variable ?? (_ => null), _clock, _records, _lines);
        _log = surroundings.Log;
        _function = TheFunction.Build(surroundings);
    }

    /// <summary>JSON in, JSON out: the native binary's way.</summary>
    public Task<Answer> InvokeAsync(byte[] json) => AnswerAsync(async output =>
    {
        using var context = new LambdaContext(
            LambdaEnvironment.Read(_ => null), new Deadline(_clock, _clock.GetUtcNow() + TimeLimit), _log)
        {
            AwsRequestId = "1",
            InvokedFunctionArn = "",
            TraceId = "",
            TenantId = "",
        };
        var response = new ArrayBufferWriter<byte>();
        await _function.HandleAsync(json, context, response);
        output.Write(response.WrittenSpan);
    });

    /// <summary>Through Amazon's serializer and event types.</summary>
    public Task<Answer> InvokeTypedAsync(byte[] json) => AnswerAsync(output => TheFunction.InvokeTypedAsync(
        _function, json, output, new TestLambdaContext { AwsRequestId = "1", RemainingTime = TimeLimit }));

    public void Dispose()
    {
        _records.Dispose();
        _lines.Dispose();
    }

    private async Task<Answer> AnswerAsync(Func<Stream, Task> invoke)
    {
        using var output = new MemoryStream();
        try
        {
            await invoke(output);
        }
        catch (Exception e)
        {
            output.SetLength(0);
            WriteError(output, InvocationError.From(e));
        }

        output.WriteByte((byte)'\n');
        return new Answer(output.ToArray(), Encoding.UTF8.GetString(_records.ToArray()), Encoding.UTF8.GetString(_lines.ToArray()));
    }

    private static void WriteError(Stream output, InvocationError error)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("errorType", error.Type);
        writer.WriteString("errorMessage", error.Message);
        writer.WriteEndObject();
    }
}
