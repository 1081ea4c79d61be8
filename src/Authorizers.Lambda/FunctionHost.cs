using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda;

/// <summary>Runs a function as a Lambda custom runtime: INIT, then invocations until the process is ended.</summary>
public static class FunctionHost
{
    /// <summary>Lambda allows INIT ten seconds; what is not ready after these is left to the first invocation.</summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(8);

    /// <summary>In bytes. The deepest path needs a fraction of it.</summary>
    private const int LoopStackSize = 512 * 1024;

    /// <summary>The whole life of the process.</summary>
    /// <param name="build">Makes the function; a bad configuration stops it here.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <returns>The exit code when INIT fails or the Runtime API is lost: 1. A signal to end exits the process with 0.</returns>
    public static int Run(Func<FunctionSurroundings, AuthorizerFunction> build, FunctionSurroundings surroundings)
    {
        // .NET 9's native runtime can deadlock when a second thread enters crypto, as fetches do, while this one reads its first switch.
        AppContext.TryGetSwitch("Authorizers.None", out _);
        try
        {
            var environment = LambdaEnvironment.Read(surroundings.Variable);
            using var api = new RuntimeApi(environment, surroundings.Clock, surroundings.Log);
            if (TryInit(build, surroundings, api) is { } function)
            {
                RunLoops(function, environment, api, surroundings);
            }
        }
        catch (RuntimeApiException e)
        {
            surroundings.Log.Error($"{e.Message} The function ends.");
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
            surroundings.Log.Error(
                e is ConfigurationException ? e.Message : $"{error.Message}\n{e.GetType().FullName}\n{e.StackTrace}");
            api.FailInit(error);
            return null;
        }
    }

    /// <summary>
    /// One loop on this thread, and one on a thread of its own for each further invocation that may come at the same time.
    /// </summary>
    /// <exception cref="RuntimeApiException">This thread's loop lost the Runtime API; the others then have lost it
    /// too.</exception>
    private static void RunLoops(
        AuthorizerFunction function, LambdaEnvironment environment, RuntimeApi api, FunctionSurroundings surroundings)
    {
        using var shutdown = new Shutdown(Environment.Exit);
        shutdown.Listen();
        for (int loop = 1; loop < environment.MaxConcurrency; loop++)
        {
            var thread = new Thread(() => RunFurtherLoop(function, environment, shutdown, surroundings), LoopStackSize);
            thread.IsBackground = true;
            thread.Start();
        }

        new InvocationLoop(api, function, shutdown, surroundings.Log).Run();
    }

    private static void RunFurtherLoop(
        AuthorizerFunction function, LambdaEnvironment environment, Shutdown shutdown, FunctionSurroundings surroundings)
    {
        try
        {
            using var api = new RuntimeApi(environment, surroundings.Clock, surroundings.Log);
            new InvocationLoop(api, function, shutdown, surroundings.Log).Run();
        }
        catch (RuntimeApiException e)
        {
            surroundings.Log.Error($"{e.Message} The function ends.");
            Environment.Exit(1);
        }
    }
}
