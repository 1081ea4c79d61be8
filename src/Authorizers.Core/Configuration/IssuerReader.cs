using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>issuers</c>.</summary>
internal static class IssuerReader
{
    private static readonly TimeSpan LongestTokenAge = TimeSpan.FromDays(366);
    private static readonly string[] DefaultAlgorithms = ["RS256", "PS256", "ES256"];

    /// <summary>What to say of a name that is no algorithm.</summary>
    public static string AlgorithmRequirement =>
        $"must be one of {string.Join(", ", JwsAlgorithm.All.Select(row => row.Name))}";

    public static IReadOnlyList<IssuerConfiguration> ReadAll(ConfigurationMembers root, bool isRequired)
    {
        if (!root.TryGet("issuers", out ConfigurationNode? node))
        {
            if (isRequired)
            {
                root.Problem("issuers", "is missing");
            }

            return [];
        }

        List<IssuerConfiguration> issuers = [];
        var introspection = new IntrospectionReader();
        HashSet<string> spellings = new(StringComparer.Ordinal);
        foreach (ConfigurationNode item in node.Items())
        {
            IssuerConfiguration issuer = Read(item, introspection);
            issuers.Add(issuer);
            foreach (string spelling in issuer.AlternateIssuers.Prepend(issuer.Issuer))
            {
                if (spelling.Length > 0 && !spellings.Add(spelling))
                {
                    item.Problem("has an issuer that stands in this file already");
                }
            }
        }

        if (node.IsEmptyArray)
        {
            node.Problem("must name at least one issuer");
        }

        return issuers;
    }

    private static IssuerConfiguration Read(ConfigurationNode node, IntrospectionReader introspection)
    {
        ConfigurationMembers members = node.Members(
            "issuer", "alternateIssuers", "discovery", "jwksUri", "jwksFile", "keyRefresh", "allowHttp", "audiences", "anyAudience",
            "clientIds", "algorithms", "tokenTypes", "tokenUse", "requiredClaims", "maxTokenAge", "principalClaim", "scopeClaims",
            "groupClaims", "introspection");
        string issuer = members.RequiredText("issuer") ?? "";
        bool allowHttp = members.Flag("allowHttp");
        string? discovery = Address(members, "discovery", allowHttp);
        string? jwksUri = Address(members, "jwksUri", allowHttp);
        KeySet? packaged = KeyFileReader.Read(members);
        bool nothingButIssuer = !members.TryGet("discovery", out _)
            && !members.TryGet("jwksUri", out _)
            && !members.TryGet("jwksFile", out _);
        if (nothingButIssuer && issuer.Length > 0 && !IssuerAddress.IsAcceptable(issuer, allowHttp))
        {
            members.Problem("issuer", "must be an https URL, or keys must be given by jwksUri, jwksFile or discovery");
        }

        return new IssuerConfiguration
        {
            Issuer = issuer,
            AlternateIssuers = members.Texts("alternateIssuers"),
            DiscoveryAddress = discovery ?? IssuerAddress.DefaultDiscovery(issuer),
            FallbackDiscoveryAddress = discovery is null ? IssuerAddress.FallbackDiscovery(issuer) : null,
            JwksUri = jwksUri,
            KeyFile = members.Path("jwksFile"),
            PackagedKeys = packaged,
            KeyRefresh = KeyRefreshReader.Read(members),
            HasAddress = discovery is not null || jwksUri is not null,
            AllowHttp = allowHttp,
            Audiences = Audiences(members),
            AnyAudience = members.Flag("anyAudience"),
            ClientIds = members.Texts("clientIds"),
            Algorithms = Algorithms(members),
            TokenTypes = members.Texts("tokenTypes"),
            TokenUse = Use(members),
            RequiredClaims = RequiredClaimsReader.Read(members),
            MaxTokenAge = MaxTokenAge(members),
            PrincipalClaim = new ClaimName(members.Text("principalClaim") ?? "sub"),
            ScopeClaims = ClaimNames(members, "scopeClaims", "scope", "scp"),
            GroupClaims = ClaimNames(members, "groupClaims", "cognito:groups", "groups", "roles"),
            Introspection = introspection.Read(members, issuer, allowHttp),
        };
    }

    private static string? Address(ConfigurationMembers members, string name, bool allowHttp)
    {
        if (members.Text(name) is not { } address)
        {
            return null;
        }

        if (!IssuerAddress.IsAcceptable(address, allowHttp))
        {
            members.Problem(name, IssuerAddress.Requirement);
        }

        return address;
    }

    /// <summary>Exactly one of the two must be said: what is forgotten must not become "any".</summary>
    private static IReadOnlyList<string> Audiences(ConfigurationMembers members)
    {
        IReadOnlyList<string> audiences = members.TextsNotEmpty("audiences", "must name at least one audience");
        bool any = members.TryGet("anyAudience", out ConfigurationNode? anyAudience) && anyAudience.Flag();
        bool stated = members.TryGet("audiences", out _);
        if (!stated && !any)
        {
            members.Problem("audiences", "is missing; name this API's audience, or set anyAudience to accept tokens minted for others");
        }
        else if (stated && any)
        {
            members.Problem("anyAudience", "contradicts audiences; keep one of them");
        }

        return audiences;
    }

    private static IReadOnlyList<JwsAlgorithm> Algorithms(ConfigurationMembers members)
    {
        if (!members.TryGet("algorithms", out ConfigurationNode? node))
        {
            return [.. DefaultAlgorithms.Select(name => JwsAlgorithm.Find(name)!)];
        }

        List<JwsAlgorithm> algorithms = [];
        foreach (ConfigurationNode item in node.Items())
        {
            if (!item.TryText(out string? name))
            {
                continue;
            }

            if (JwsAlgorithm.Find(name) is { } algorithm)
            {
                algorithms.Add(algorithm);
            }
            else
            {
                item.Problem(AlgorithmRequirement);
            }
        }

        if (node.IsEmptyArray)
        {
            node.Problem("must name at least one algorithm");
        }

        return algorithms;
    }

    private static TokenUse Use(ConfigurationMembers members)
    {
        switch (members.Text("tokenUse"))
        {
            case "access":
                return TokenUse.Access;
            case "id":
                return TokenUse.Id;
            case null:
                return TokenUse.Unstated;
            default:
                members.Problem("tokenUse", "must be \"access\" or \"id\"");
                return TokenUse.Unstated;
        }
    }

    private static TimeSpan? MaxTokenAge(ConfigurationMembers members) =>
        members.TryGet("maxTokenAge", out ConfigurationNode? node)
        && node.TryDuration(TimeSpan.FromSeconds(1), LongestTokenAge, out TimeSpan age)
            ? age
            : null;

    private static IReadOnlyList<ClaimName> ClaimNames(ConfigurationMembers members, string name, params string[] defaults) =>
        [.. (members.TryGet(name, out ConfigurationNode? node) ? node.Texts() : defaults).Select(text => new ClaimName(text))];
}
