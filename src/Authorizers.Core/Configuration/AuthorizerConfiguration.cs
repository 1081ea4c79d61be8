using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Core.Configuration;

/// <summary>A checked configuration: every address, pattern and name in it is well-formed.</summary>
public sealed class AuthorizerConfiguration
{
    internal const int DefaultVerifiedTokens = 1000;
    internal const int DefaultMaxContextBytes = 4096;

    /// <summary>Who may issue tokens.</summary>
    public required IReadOnlyList<IssuerConfiguration> Issuers { get; init; }

    /// <summary>How far clocks may disagree; applies to "exp", "nbf" and "iat" alike.</summary>
    public required TimeSpan ClockSkew { get; init; }

    /// <summary>What may be called, and by whom.</summary>
    public required RouteTable Routes { get; init; }

    /// <summary>How many verified tokens are remembered; 0 for none.</summary>
    public int VerifiedTokens { get; init; } = DefaultVerifiedTokens;

    /// <summary>At most so many bytes has an answer, from 1,024 to 1,048,576.</summary>
    public int MaxResponseBytes { get; init; } = PolicyBuilder.DefaultMaxBytes;

    /// <summary>Adds the credential's end to the policy as a condition; whether API Gateway heeds it is not documented.</summary>
    public bool ExpiryCondition { get; init; }

    /// <summary>How a caller without an acceptable credential is answered.</summary>
    public required OnUnauthenticated OnUnauthenticated { get; init; }

    /// <summary>Null when issuers' servers are trusted by the system's roots alone.</summary>
    internal PinnedRoots? PinnedRoots { get; init; }

    /// <summary>The claims that routes ask for, each once, with all values that some route accepts.</summary>
    internal IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> ClaimsAsked =>
        [.. Routes.Claims.Select(asked => KeyValuePair.Create(new ClaimName(asked.Claim), asked.Values))];

    /// <summary>Context key to claim.</summary>
    internal IReadOnlyList<KeyValuePair<string, ClaimName>> Context { get; init; } = [];

    /// <summary>What a principal's context may have: bytes of its JSON object in UTF-8.</summary>
    internal int MaxContextBytes { get; init; } = DefaultMaxContextBytes;
}
