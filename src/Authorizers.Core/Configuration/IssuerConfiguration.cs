using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Configuration;

/// <summary>One trusted issuer and what its tokens must say.</summary>
public sealed class IssuerConfiguration
{
    /// <summary>The exact text of "iss".</summary>
    public required string Issuer { get; init; }

    /// <summary>Other spellings of "iss" by the same issuer.</summary>
    public IReadOnlyList<string> AlternateIssuers { get; init; } = [];

    /// <summary>One of them must be in "aud", or be the "client_id" of a token without "aud".</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>Turns the audience check off: a token minted for another API is then accepted here.</summary>
    public bool AnyAudience { get; init; }

    /// <summary>Clients whose tokens are accepted; empty for all.</summary>
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>Accepted "typ", such as <c>at+jwt</c>; empty for any that names no other kind of token.</summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = [];

    /// <summary>How long after "iat" a token is accepted at most; null for as long as its "exp" says.</summary>
    public TimeSpan? MaxTokenAge { get; init; }

    /// <summary>Claims that a token must have, with the values accepted for each.</summary>
    internal IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> RequiredClaims { get; init; } = [];

    /// <summary>Which of the issuer's tokens are accepted.</summary>
    internal TokenUse TokenUse { get; init; }

    /// <summary>The metadata document's address.</summary>
    internal string DiscoveryAddress { get; init; } = "";

    /// <summary>Where the metadata document is looked for when nothing is at the former address; null for nowhere.</summary>
    internal string? FallbackDiscoveryAddress { get; init; }

    /// <summary>The key set's address; null when discovery tells it.</summary>
    internal string? JwksUri { get; init; }

    /// <summary>Where keys deployed with the function lie, absolute; null when there are none.</summary>
    internal string? KeyFile { get; init; }

    /// <summary>Keys deployed with the function; null when there are none.</summary>
    internal KeySet? PackagedKeys { get; init; }

    /// <summary>True when the configuration itself says where keys are published.</summary>
    internal bool HasAddress { get; init; }

    internal KeyRefresh KeyRefresh { get; init; } = new();

    /// <summary>Accepts plain HTTP from loopback hosts.</summary>
    internal bool AllowHttp { get; init; }

    /// <summary>Accepted "alg"; empty accepts none.</summary>
    internal IReadOnlyList<JwsAlgorithm> Algorithms { get; init; } = [];

    /// <summary>Where it answers for its opaque tokens; null when it has none, or none that are wanted here.</summary>
    internal IntrospectionConfiguration? Introspection { get; init; }

    /// <summary>
    /// True when opaque tokens are expected and nothing is said of keys: they are fetched for the first JWT and not before.
    /// </summary>
    internal bool KeysCanWait => Introspection is not null && !HasAddress && PackagedKeys is null;

    internal ClaimName PrincipalClaim { get; init; } = new("sub");

    internal IReadOnlyList<ClaimName> ScopeClaims { get; init; } = [];

    internal IReadOnlyList<ClaimName> GroupClaims { get; init; } = [];

    /// <summary>Compares ordinally: no case folding and no slash trimming.</summary>
    internal bool IsSpelled(string? issuer) => issuer is not null && (issuer == Issuer || AlternateIssuers.Contains(issuer));
}
