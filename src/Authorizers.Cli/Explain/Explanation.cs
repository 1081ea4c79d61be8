using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>The whole story of one call, without a word of its credential.</summary>
internal sealed record Explanation
{
    public required EventFacts Event { get; init; }

    /// <summary>All that was found; a function takes one and refuses several.</summary>
    public required IReadOnlyList<FoundCredential> Credentials { get; init; }

    /// <summary>Null for what is no handshake of a WebSocket API.</summary>
    public required OriginCheck? Origin { get; init; }

    /// <summary>Null when nothing was decided about the credential.</summary>
    public required CheckVerdict? Checks { get; init; }

    public required FunctionAnswer Answer { get; init; }

    /// <summary>Null when the answer names nobody.</summary>
    public required string? Principal { get; init; }

    /// <summary>The API Gateway key that the call is metered by; null for none.</summary>
    public required string? Metered { get; init; }

    /// <summary>Null where no WebSocket connection is granted.</summary>
    public required Session? Session { get; init; }

    public required ApiKind Api { get; init; }

    public required ClientAnswer Client { get; init; }

    public required CachedCopy Copy { get; init; }

    public required CodeMeanings Meanings { get; init; }

    /// <summary>What the client's status does not say; null for nothing.</summary>
    public string? ClientNote =>
        Api == ApiKind.WebSocket
            ? Client.IsAllowed
                ? "the connection is open, unless the backend of $connect refuses it"
                : "the handshake fails; a page in a browser sees close code 1006, and neither status nor body"
        : Answer.IsUnauthorized && Api.IsHttp
            ? "it is not documented that HTTP APIs know the error for 401: see policy probe"
        : null;
}
