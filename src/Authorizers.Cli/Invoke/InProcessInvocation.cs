using System.Buffers;
using Authorizers.Core.Configuration;
using Authorizers.Lambda;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.Invoke;

/// <summary>Runs a function inside the command: what the native binary runs, on the command's own runtime.</summary>
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
            AuthorizerFunction function = kind.Build(surroundings);
            using LambdaContext context = LocalInvocation.CreateContext(kind, surroundings);
            await function.PrepareAsync(context.Deadline);
            var response = new ArrayBufferWriter<byte>();
            await function.HandleAsync(json, context, response);
            terminal.WriteData(response.WrittenSpan);
            return ExitCode.Done;
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return ExitCode.BadUsage;
        }
        catch (Exception e)
        {
            InvocationError error = InvocationError.From(e);
            if (error.Type == "Fault")
            {
                terminal.Say($"{e.GetType().FullName}\n{e.StackTrace}");
            }

            terminal.WriteError(error.Type, error.Message);
            return ExitCode.Failed;
        }
    }
}
