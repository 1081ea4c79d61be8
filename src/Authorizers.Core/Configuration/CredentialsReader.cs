namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>credentials</c>: what a caller must present.</summary>
internal static class CredentialsReader
{
    private const string ApiKey = "apiKey";
    private const string Bearer = "bearer";

    /// <param name="root">Of the file.</param>
    /// <param name="events">Whose function it is; without a word the one asks for an API key, the others for a bearer token.</param>
    public static RequiredCredentials Read(ConfigurationMembers root, EventKind events)
    {
        RequiredCredentials read = root.TryGet("credentials", out ConfigurationNode? node) ? Read(node)
            : events == EventKind.ApiKey ? RequiredCredentials.ApiKeyAlone
            : events == EventKind.None && root.TryGet(ApiKey, out _) && !root.TryGet("issuers", out _) ? RequiredCredentials.ApiKeyAlone
            : RequiredCredentials.BearerAlone;
        if (read.ApiKey && events is EventKind.Token or EventKind.Request && node is not null)
        {
            node.Problem("asks for API keys, which this function cannot look up; the API-key authorizer can, and verifies bearer "
                + "tokens too");
        }

        return read;
    }

    /// <summary>What the function would have no use for.</summary>
    public static IReadOnlyList<string> Unused(ConfigurationMembers root, RequiredCredentials credentials) =>
    [
        .. credentials.Bearer || !root.TryGet("issuers", out _) ? Array.Empty<string>() : ["issuers"],
        .. credentials.ApiKey || !root.TryGet(ApiKey, out _) ? Array.Empty<string>() : [ApiKey],
    ];

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
        bool isGood = kinds.Count > 0 && kinds.Distinct().Count() == kinds.Count && kinds.All(kind => kind is ApiKey or Bearer);
        if (listed.IsArray && !isGood)
        {
            listed.Problem($"must name \"{ApiKey}\", \"{Bearer}\" or both");
        }

        return new RequiredCredentials(kinds.Contains(ApiKey), kinds.Contains(Bearer) || !kinds.Contains(ApiKey), needsAll);
    }
}
