using System.Buffers;
using System.Text;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Core;
using Authorizers.Lambda;
using Authorizers.Lambda.Runtime;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>The function on the test's own runtime, under its clock, with all that it says kept.</summary>
internal sealed class FunctionInProcess : IDisposable
{
    private readonly MemoryStream _records = new();
    private readonly MemoryStream _lines = new();
    private readonly FunctionSurroundings _surroundings;
    private readonly AuthorizerFunction _function;

    public FunctionInProcess(string configuration, TimeProvider clock)
    {
        _surroundings = new FunctionSurroundings(
            configuration, name => DynamoDbEmulator.Variables.GetValueOrDefault(name), clock, _records, _lines);
        _function = Authorizers.ApiKeys.Composition.Build(_surroundings);
    }

    public async Task<string> AskAsync(string key)
    {
        using var context = new LambdaContext(
            LambdaEnvironment.Read(_ => null),
            new Deadline(TimeProvider.System, TimeProvider.System.GetUtcNow().AddSeconds(30)),
            _surroundings.Log)
        {
            AwsRequestId = "1",
            InvokedFunctionArn = "",
            TraceId = "",
            TenantId = "",
        };
        var response = new ArrayBufferWriter<byte>();
        try
        {
            await _function.HandleAsync(Encoding.UTF8.GetBytes(KeyCall.Event(key)), context, response);
            return KeyCall.Verdict(new InvocationAnswer(response.WrittenMemory));
        }
        catch (Exception e)
        {
            return InvocationError.From(e).Type;
        }
    }

    public string Written() => Encoding.UTF8.GetString([.. _records.ToArray(), .. _lines.ToArray()]);

    public void Dispose()
    {
        _records.Dispose();
        _lines.Dispose();
    }
}
