using System.Buffers;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Core.Configuration;
using Authorizers.Lambda;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.Invoke;

/// <summary>A function inside the command: what the native binary runs, on the command's own runtime. INIT comes once.</summary>
internal sealed class LocalFunction(Terminal terminal, FunctionKind kind, FunctionSurroundings surroundings)
{
    private AuthorizerFunction? _function;

    /// <summary>Its response, or its error; where a fault happened is said.</summary>
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public async Task<InvocationAnswer> InvokeAsync(ReadOnlyMemory<byte> json)
    {
        try
        {
            using LambdaContext context = LocalInvocation.CreateContext(kind, surroundings);
            _function ??= await StartAsync(context);
            var response = new ArrayBufferWriter<byte>();
            await _function.HandleAsync(json, context, response);
            return new InvocationAnswer(response.WrittenMemory);
        }
        catch (Exception e) when (e is not ConfigurationException)
        {
            InvocationError error = InvocationError.From(e);
            if (error.Type == "Fault")
            {
                terminal.Say($"{e.GetType().FullName}\n{e.StackTrace}");
            }

            return new InvocationAnswer(default, error);
        }
    }

    private async Task<AuthorizerFunction> StartAsync(LambdaContext context)
    {
        AuthorizerFunction function = kind.Build(surroundings);
        await function.PrepareAsync(context.Deadline);
        return function;
    }
}
