using Authorizers.Core.Events;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>identitySources</c> and the places of credentials: the values of a request that identify its caller.</summary>
internal static class SourceReader
{
    private static readonly RequestPart[] Identifying =
        [RequestPart.Header, RequestPart.Query, RequestPart.StageVariable, RequestPart.Context];

    private static readonly RequestPart[] Bearing =
        [RequestPart.Header, RequestPart.Query, RequestPart.Cookie, RequestPart.Subprotocol];

    /// <summary>What a page can send beside its address, and what other clients send.</summary>
    private static readonly RequestKey[] OfHandshakes = [RequestKey.BearerSubprotocol, RequestKey.Authorization];

    public static IReadOnlyList<RequestKey> ReadIdentitySources(ConfigurationMembers root) =>
        root.TryGet("identitySources", out ConfigurationNode? node)
            ? Read(node, Identifying, "must be header., query., stageVariable. or context. and a name")
            : AuthorizerConfiguration.DefaultSources;

    public static IReadOnlyList<RequestKey> ReadBearerSources(ConfigurationMembers root, EventKind events)
    {
        IReadOnlyList<RequestKey> byDefault =
            events == EventKind.WebSocket ? OfHandshakes : AuthorizerConfiguration.DefaultSources;
        return root.TryGet("bearer", out ConfigurationNode? bearer)
            ? ReadSources(bearer.Members("sources"), byDefault, Bearing)
            : byDefault;
    }

    public static IReadOnlyList<RequestKey> ReadApiKeySources(ConfigurationMembers apiKey) =>
        ReadSources(apiKey, ApiKeyConfiguration.DefaultSources, Bearing);

    /// <summary>No cookie: it would be sent again with the next handshake, when its ticket is used up.</summary>
    public static IReadOnlyList<RequestKey> ReadTicketSources(ConfigurationMembers ticket) =>
        ReadSources(
            ticket, TicketConfiguration.DefaultSources, [RequestPart.Header, RequestPart.Query, RequestPart.Subprotocol]);

    private static IReadOnlyList<RequestKey> ReadSources(
        ConfigurationMembers members, IReadOnlyList<RequestKey> byDefault, RequestPart[] parts)
    {
        if (!members.TryGet("sources", out ConfigurationNode? sources))
        {
            return byDefault;
        }

        if (sources.IsEmptyArray)
        {
            sources.Problem($"must name at least one source; leave it out for {byDefault[0]}");
        }

        return Read(
            sources,
            parts,
            parts == Bearing
                ? "must be header., query., cookie. or subprotocol. and a name"
                : "must be header., query. or subprotocol. and a name");
    }

    private static List<RequestKey> Read(ConfigurationNode node, RequestPart[] parts, string problem)
    {
        List<RequestKey> keys = [];
        foreach (ConfigurationNode item in node.Items())
        {
            if (!item.TryText(out string? text))
            {
                continue;
            }

            if (!RequestKey.TryParse(text, out RequestKey? key) || !parts.Contains(key.Part))
            {
                item.Problem(problem);
            }
            else if (keys.Contains(key))
            {
                item.Problem("stands here twice");
            }
            else
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
