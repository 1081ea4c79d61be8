using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
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
    internal const int DefaultMaxResponseBytes = PolicyBuilder.DefaultMaxBytes;

    internal static readonly TimeSpan DefaultResultTtl = TimeSpan.FromMinutes(5);

    internal static readonly IReadOnlyList<RequestKey> DefaultSources = [RequestKey.Authorization];

    /// <summary>Who may issue tokens.</summary>
    public required IReadOnlyList<IssuerConfiguration> Issuers { get; init; }

    /// <summary>How far clocks may disagree; applies to "exp", "nbf" and "iat" alike.</summary>
    public required TimeSpan ClockSkew { get; init; }

    /// <summary>What may be called, and by whom.</summary>
    public required RouteTable Routes { get; init; }

    /// <summary>How many verified tokens are remembered; 0 for none.</summary>
    public int VerifiedTokens { get; init; } = DefaultVerifiedTokens;

    /// <summary>At most so many bytes has an answer, from 1,024 to 1,048,576.</summary>
    public int MaxResponseBytes { get; init; } = DefaultMaxResponseBytes;

    /// <summary>Adds the credential's end to the policy as a condition; whether API Gateway heeds it is not documented.</summary>
    public bool ExpiryCondition { get; init; }

    /// <summary>How a caller without an acceptable credential is answered.</summary>
    public required OnUnauthenticated OnUnauthenticated { get; init; }

    /// <summary>How long API Gateway keeps an answer, as the API is deployed: 0 for not at all, at most an hour.</summary>
    public TimeSpan ResultTtl { get; init; } = DefaultResultTtl;

    /// <summary>By which values of the request it keeps the answer, as the API is deployed.</summary>
    public IReadOnlyList<RequestKey> IdentitySources { get; init; } = DefaultSources;

    /// <summary>Where a bearer token may stand.</summary>
    public IReadOnlyList<RequestKey> BearerSources { get; init; } = DefaultSources;

    /// <summary>The shape of the answer, as the API is deployed.</summary>
    public ResponseKind Response { get; init; }

    /// <summary>
    /// True where no kept answer can reach a caller with another certificate: the whole of it is an identity source, or no answer
    /// is kept.
    /// </summary>
    public bool TellsCertificatesApart =>
        ResultTtl == TimeSpan.Zero || IdentitySources.Any(source => source.Tells(RequestKey.CertificateText));

    /// <summary>The same of a caller at another address.</summary>
    public bool TellsAddressesApart =>
        ResultTtl == TimeSpan.Zero || IdentitySources.Any(source => source.Tells(RequestKey.SourceAddress));

    /// <summary>
    /// True when a TOKEN event, which has one header and nothing else, carries all that is asked for: what it leaves out could
    /// not be told from what is not there.
    /// </summary>
    public bool FitsTokenEvents =>
        IdentitySources is [{ Part: RequestPart.Header } header]
        && Response == ResponseKind.Policy
        && Routes.ConditionKeys.Count == 0
        && Credentials is not { ApiKey: true, Bearer: true, All: true }
        && (!Credentials.ApiKey || (ApiKey is { Sources: [var key] } && key.Equals(header)))
        && (!Credentials.Bearer || (BearerSources is [var bearer] && bearer.Equals(header)));

    /// <summary>What a caller must present.</summary>
    public RequiredCredentials Credentials { get; init; } = RequiredCredentials.BearerAlone;

    /// <summary>Null when API keys are not configured.</summary>
    public ApiKeyConfiguration? ApiKey { get; init; }

    /// <summary>Null when connect tickets are not configured.</summary>
    public TicketConfiguration? Ticket { get; init; }

    /// <summary>Null when nothing more is asked of a WebSocket handshake than a credential.</summary>
    public WebSocketConfiguration? WebSocket { get; init; }

    /// <summary>Sections of the file that the function has no use for.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Null when issuers' servers are trusted by the system's roots alone.</summary>
    internal PinnedRoots? PinnedRoots { get; init; }

    /// <summary>The claims that routes ask for, each once, with all values that some route accepts.</summary>
    internal IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> ClaimsAsked
    {
        get
        {
            List<KeyValuePair<ClaimName, IReadOnlyList<string>>> asked = [];
            foreach (ClaimRequirement claim in Routes.Claims)
            {
                asked.Add(new(new ClaimName(claim.Claim), claim.Values));
            }

            return asked;
        }
    }

    /// <summary>Context key to claim.</summary>
    internal IReadOnlyList<KeyValuePair<string, ClaimName>> Context { get; init; } = [];

    /// <summary>What a principal's context may have: bytes of its JSON object in UTF-8.</summary>
    internal int MaxContextBytes { get; init; } = DefaultMaxContextBytes;
}
