using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using KeySources = Authorizers.Core.Credentials.ApiKeySources;

namespace Authorizers.Cli.Explain;

/// <summary>
/// How a function is attached to its API, as far as the configuration and the event tell. It is the one place of this verb that
/// knows where credentials are read, what API Gateway's cache key is, and how long an answer is kept.
/// </summary>
internal sealed record Attachment
{
    /// <summary>A TOKEN event does not name the header.</summary>
    public const string AttachedHeader = "the header that the authorizer is attached with";

    /// <summary>Where a REQUEST event has the bearer token; empty where none is asked for.</summary>
    public IReadOnlyList<RequestKey> BearerSources { get; init; } = [];

    /// <summary>The same of the API key.</summary>
    public IReadOnlyList<RequestKey> ApiKeySources { get; init; } = [];

    /// <summary>The same of the connect ticket.</summary>
    public IReadOnlyList<RequestKey> TicketSources { get; init; } = [];

    /// <summary>The cache key of a REQUEST authorizer.</summary>
    public IReadOnlyList<RequestKey> IdentitySources { get; init; } = [];

    /// <summary>How long an answer is kept; null where the configuration does not say.</summary>
    public TimeSpan? ResultTtl { get; init; }

    /// <summary>Each route has answers of its own, so none is used for another.</summary>
    public bool KeepsRoutesApart => IdentitySources.Contains(RequestKey.Route);

    public static Attachment Of(AuthorizerConfiguration configuration) => new()
    {
        BearerSources = configuration.Credentials.Bearer ? configuration.BearerSources : [],
        ApiKeySources = configuration.Credentials.ApiKey && configuration.ApiKey is { } apiKey ? apiKey.Sources : [],
        TicketSources = configuration.Credentials.Ticket && configuration.Ticket is { } ticket ? ticket.Sources : [],
        IdentitySources = configuration.IdentitySources,
        ResultTtl = configuration.ResultTtl,
    };

    /// <summary>The values under the names where this function looks for credentials; headers alone have a scheme.</summary>
    public IReadOnlyList<CredentialValue> FindCredentials(ReadOnlyMemory<byte> json)
    {
        if (EventReading.TryRead(json) is not { } request)
        {
            return [];
        }

        if (!request.AuthorizationToken.IsEmpty)
        {
            CredentialKind kind = KindOf(ApiKeySources.Count > 0, BearerSources.Count > 0, request.AuthorizationToken.Span);
            return [new CredentialValue(AttachedHeader, request.AuthorizationToken, isBare: false, kind)];
        }

        return
        [
            .. from source in BearerSources.Union(ApiKeySources).Union(TicketSources)
               from value in request.Values.Of(source)
               let text = Encoding.UTF8.GetBytes(value)
               select new CredentialValue($"{source}", text, isBare: source.Part != RequestPart.Header, KindOf(source, text)),
        ];
    }

    /// <summary>Where tickets stand, nothing else does.</summary>
    private CredentialKind KindOf(RequestKey source, ReadOnlySpan<byte> value) => TicketSources.Contains(source)
        ? CredentialKind.ConnectTicket
        : KindOf(ApiKeySources.Contains(source), BearerSources.Contains(source), value);

    /// <summary>Where both may stand, a key stands behind its scheme.</summary>
    private static CredentialKind KindOf(bool mayBeKey, bool mayBeToken, ReadOnlySpan<byte> value) =>
        mayBeKey && (!mayBeToken || KeySources.IsBehindScheme(value)) ? CredentialKind.ApiKey : CredentialKind.BearerToken;
}
