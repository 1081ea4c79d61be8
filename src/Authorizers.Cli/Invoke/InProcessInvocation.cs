using Authorizers.Cli.RuntimeApi;
using Authorizers.Core.Configuration;
using Authorizers.Lambda;

namespace Authorizers.Cli.Invoke;

/// <summary>Runs a function inside the command and prints what it answers.</summary>
internal sealed class InProcessInvocation(Terminal terminal, FileInfo configuration)
{
    public async Task<int> RunAsync(FunctionKind kind, byte[] json)
    {
        var surroundings = new FunctionSurroundings(
            configuration.FullName,
            Environment.GetEnvironmentVariable,
            TimeProvider.System,
            terminal.Talk,
            terminal.Talk);
        try
        {
            InvocationAnswer answer = await new LocalFunction(terminal, kind, surroundings).InvokeAsync(json);
            if (answer.Error is { } error)
            {
                terminal.WriteError(error.Type, error.Message);
                return ExitCode.Failed;
            }

            terminal.WriteData(answer.Response.Span);
            return ExitCode.Done;
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return ExitCode.BadUsage;
        }
    }
}
