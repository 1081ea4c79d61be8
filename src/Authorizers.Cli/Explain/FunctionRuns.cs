using Authorizers.Cli.Invoke;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Core.Configuration;
using Authorizers.Lambda;

namespace Authorizers.Cli.Explain;

/// <summary>One function, run on one event after another, its records read instead of written.</summary>
internal sealed class FunctionRuns : IDisposable
{
    private const string LogLevel = "AWS_LAMBDA_LOG_LEVEL";

    private readonly MemoryStream _records = new();
    private readonly LocalFunction _function;

    public FunctionRuns(Terminal terminal, Call call, TimeProvider clock) => _function = new LocalFunction(
        terminal,
        call.Kind,
        new FunctionSurroundings(call.Configuration.FullName, Variable, clock, _records, terminal.Talk));

    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public async Task<FunctionAnswer> RunAsync(ReadOnlyMemory<byte> json)
    {
        _records.SetLength(0);
        InvocationAnswer answer = await _function.InvokeAsync(json);
        RecordFacts record = _records.Length > 0
            ? RecordFacts.Read(_records.ToArray())
            : new RecordFacts("fault", "fault", null, null, null, null, null);
        return new FunctionAnswer(answer.Response, answer.Error, record);
    }

    public void Dispose() => _records.Dispose();

    /// <summary>A level above INFO would leave the record out.</summary>
    private static string? Variable(string name) => name == LogLevel ? null : Environment.GetEnvironmentVariable(name);
}
