using System.Text;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>A loop that ran until its script was over.</summary>
/// <param name="Requests">All that it sent, but for the last call, to which the script had no answer.</param>
/// <param name="Connections">How many it needed.</param>
/// <param name="Log">What it told the operator.</param>
/// <param name="End">Why it ended.</param>
internal sealed record LoopRun(IReadOnlyList<RecordedRequest> Requests, int Connections, string Log, string End)
{
    /// <summary>What it posted, each as method, path, a space and the body.</summary>
    public IEnumerable<string> Posts =>
        from request in Requests
        where request.Call.StartsWith("POST", StringComparison.Ordinal)
        select $"{request.Call} {request.Body}";

    public static LoopRun Of(IInvocationHandler handler, params IReadOnlyList<string> answers) =>
        Of(handler, new StoppedClock(), new ScriptedConnection([.. answers]));

    public static LoopRun Of(IInvocationHandler handler, TimeProvider clock, params IReadOnlyList<ScriptedConnection> script)
    {
        var log = new StringBuilder();
        using var server = new ScriptedServer(script);
        using Shutdown shutdown = Some.Shutdown();
        using var api = new RuntimeApi(Some.Environment(server.Address), clock, Some.Logger(log));
        var loop = new InvocationLoop(api, handler, shutdown, Some.Logger(log));
        string end = Assert.Throws<RuntimeApiException>(loop.Run).Message;
        return new LoopRun(server.Requests, server.Connections, log.ToString(), end);
    }
}
