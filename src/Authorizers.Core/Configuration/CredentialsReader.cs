namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>credentials</c>: what a caller must present.</summary>
internal static class CredentialsReader
{
    private const string ApiKey = "apiKey";
    private const string Bearer = "bearer";
    private const string Ticket = "ticket";

    private static readonly string[] Kinds = [ApiKey, Bearer, Ticket];

    /// <param name="root">Of the file.</param>
    /// <param name="events">Whose function it is.</param>
    public static RequiredCredentials Read(ConfigurationMembers root, EventKind events)
    {
        if (!root.TryGet("credentials", out ConfigurationNode? node))
        {
            return ByDefault(root, events);
        }

        RequiredCredentials read = Read(node);
        if (ProblemOf(read, events) is { } problem)
        {
            node.Problem(problem);
        }

        return read;
    }

    /// <summary>What the function would have no use for.</summary>
    public static IReadOnlyList<string> Unused(ConfigurationMembers root, RequiredCredentials credentials, EventKind events)
    {
        (string Section, bool IsUsed)[] sections =
        [
            ("issuers", credentials.Bearer), (ApiKey, credentials.ApiKey), (Ticket, credentials.Ticket),
            ("webSocket", events == EventKind.WebSocket),
        ];
        List<string> unused = [];
        foreach ((string section, bool isUsed) in sections)
        {
            if (!isUsed && root.TryGet(section, out _))
            {
                unused.Add(section);
            }
        }

        return unused;
    }

    /// <summary>
    /// Without a word the API-key authorizer asks for an API key, the WebSocket authorizer for what it is told how to verify, and
    /// the others for a bearer token.
    /// </summary>
    private static RequiredCredentials ByDefault(ConfigurationMembers root, EventKind events)
    {
        bool hasTickets = root.TryGet(Ticket, out _);
        bool hasIssuers = root.TryGet("issuers", out _);
        return events switch
        {
            EventKind.ApiKey => RequiredCredentials.ApiKeyAlone,
            EventKind.WebSocket => new RequiredCredentials(false, hasIssuers || !hasTickets, false) { Ticket = hasTickets },
            EventKind.None when !hasIssuers && root.TryGet(ApiKey, out _) => RequiredCredentials.ApiKeyAlone,
            EventKind.None when !hasIssuers && hasTickets => RequiredCredentials.TicketAlone,
            _ => RequiredCredentials.BearerAlone,
        };
    }

    private static string? ProblemOf(RequiredCredentials read, EventKind events) => events switch
    {
        EventKind.Token or EventKind.Request when read.ApiKey =>
            "asks for API keys, which this function cannot look up; the API-key authorizer can, and verifies bearer tokens too",
        EventKind.WebSocket when read.ApiKey =>
            "asks for API keys, which the WebSocket authorizer does not take; it takes tickets and bearer tokens",
        EventKind.WebSocket when read is { Ticket: true, Bearer: true, All: true } =>
            "asks for two credentials, and a handshake has one: name them in anyOf",
        EventKind.Token or EventKind.Request or EventKind.ApiKey when read.Ticket =>
            "asks for tickets, which are for the handshake of a WebSocket API: its authorizer takes them",
        _ => null,
    };

    private static RequiredCredentials Read(ConfigurationNode node)
    {
        ConfigurationMembers members = node.Members("allOf", "anyOf");
        bool needsAll = members.TryGet("allOf", out ConfigurationNode? all);
        if (needsAll == members.TryGet("anyOf", out ConfigurationNode? any))
        {
            node.Problem("must have allOf or anyOf, and not both");
            return RequiredCredentials.BearerAlone;
        }

        ConfigurationNode listed = (all ?? any)!;
        IReadOnlyList<string> kinds = listed.Texts();
        bool isGood = kinds.Count > 0 && kinds.Distinct().Count() == kinds.Count && kinds.All(kind => Kinds.Contains(kind));
        if (listed.IsArray && !isGood)
        {
            listed.Problem($"must name \"{ApiKey}\", \"{Bearer}\" or \"{Ticket}\", each once");
        }

        (bool apiKey, bool ticket) = (kinds.Contains(ApiKey), kinds.Contains(Ticket));
        return new RequiredCredentials(apiKey, kinds.Contains(Bearer) || !(apiKey || ticket), needsAll) { Ticket = ticket };
    }
}
