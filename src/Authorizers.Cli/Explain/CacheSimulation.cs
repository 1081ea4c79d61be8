using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>Asks the function anew for a sample of each route, and holds the kept answer against that.</summary>
internal sealed class CacheSimulation(FunctionRuns function, GatewayView gateway, Attachment attachment)
{
    public async Task<CachedCopy> RunAsync(RouteTable table, MethodArn? called, ReadOnlyMemory<byte> json, FunctionAnswer kept)
    {
        if (gateway.Api == ApiKind.WebSocket)
        {
            return new CachedCopy(IsKept: false, [.. OfConnections(kept)], []);
        }

        if (called is null || WhyNotKept(kept) is not null)
        {
            return new CachedCopy(IsKept: false, [WhyNotKept(kept) ?? "The event names no method."], []);
        }

        List<RouteComparison> routes = [];
        foreach (RouteRule rule in table.Rules)
        {
            SampleCall? call = SampleCall.Of(rule.Route, table, called);
            ClientAnswer? fresh = call is null ? null : await AskAsync(call, called, json);
            ClientAnswer? cached = call is null ? null : gateway.Decide(kept, call.Method);
            routes.Add(new RouteComparison($"{rule.Route}", call, fresh, cached));
        }

        return new CachedCopy(IsKept: true, [.. Remarks(kept)], routes);
    }

    private async Task<ClientAnswer> AskAsync(SampleCall call, MethodArn called, ReadOnlyMemory<byte> json)
    {
        FunctionAnswer answer = await function.RunAsync(EventRewrite.For(call, $"/{called.Path}", json.Span));
        return gateway.Decide(answer, call.Method);
    }

    private static IEnumerable<string> OfConnections(FunctionAnswer answer)
    {
        yield return "WebSocket APIs keep no answer: the function is asked at each connect.";
        if (answer.Record.Outcome == "allowed")
        {
            yield return
                "What is granted lasts as long as the connection, whatever becomes of the credential: no message is asked about.";
        }
    }

    private string? WhyNotKept(FunctionAnswer kept) =>
        kept.IsUnauthorized ? "A 401 is said by an error, and errors are not kept."
        : kept.Error is not null ? "The function failed, and errors are not kept."
        : attachment.ResultTtl == TimeSpan.Zero ? "resultTtl is 0: nothing is kept, and each call is answered anew."
        : gateway.Api.IsHttp && attachment.KeepsRoutesApart
            ? "context.routeKey is an identity source: each route has an answer of its own, and no copy answers another."
            : null;

    private IEnumerable<string> Remarks(FunctionAnswer kept)
    {
        if (attachment.ResultTtl is { } ttl)
        {
            yield return $"It is kept for {ttl.TotalSeconds:0} seconds.";
        }

        if (gateway.IsSimple(kept))
        {
            yield return "A simple response is kept as one yes or no for every route: make context.routeKey an identity source.";
        }
    }
}
