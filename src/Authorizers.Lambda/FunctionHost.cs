using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda;

/// <summary>Runs a function as a Lambda custom runtime: INIT, then invocations until the process is ended.</summary>
public static class FunctionHost
{
    /// <summary>Lambda allows INIT ten seconds; what is not ready after these is left to the first invocation.</summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(8);

    /// <summary>The whole life of the process.</summary>
    /// <param name="build">Makes the function; a bad configuration stops it here.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <returns>The exit code: 1 when INIT fails or the Runtime API is lost, which are the only ways to end.</returns>
    public static int Run(Func<FunctionSurroundings, AuthorizerFunction> build, FunctionSurroundings surroundings)
    {
        try
        {
            using var api = new RuntimeApi(LambdaEnvironment.Read(surroundings.Variable), surroundings.Clock, surroundings.Log);
            if (TryInit(build, surroundings, api) is { } function)
            {
                new InvocationLoop(api, function, surroundings.Log).Run();
            }
        }
        catch (RuntimeApiException e)
        {
            surroundings.Log.LogLine($"{e.Message} The function ends.");
        }

        return 1;
    }

    private static AuthorizerFunction? TryInit(
        Func<FunctionSurroundings, AuthorizerFunction> build, FunctionSurroundings surroundings, RuntimeApi api)
    {
        try
        {
            AuthorizerFunction function = build(surroundings);
            using var deadline = new Deadline(surroundings.Clock, surroundings.Clock.GetUtcNow() + InitLimit);
            function.PrepareAsync(deadline).GetAwaiter().GetResult();
            return function;
        }
        catch (Exception e) when (e is not RuntimeApiException)
        {
            var error = InvocationError.From(e);
            surroundings.Log.LogLine(e is ConfigurationException ? e.Message : $"{error.Message}\n{e.GetType().FullName}\n{e.StackTrace}");
            api.FailInit(error);
            return null;
        }
    }
}
