using Authorizers.Core.Events;

namespace Authorizers.Core.Credentials;

/// <summary>
/// Where a WebSocket handshake may carry its credential. There must be one in all places together, ticket or token: which of two
/// counts is not for the caller to say.
/// </summary>
/// <param name="ofTickets">Empty where tickets are not taken.</param>
/// <param name="ofTokens">Empty where bearer tokens are not taken.</param>
public sealed class HandshakeSources(IReadOnlyList<RequestKey> ofTickets, IReadOnlyList<RequestKey> ofTokens)
{
    private readonly BearerSources _bearer = new(ofTokens);

    /// <summary>Reads the one credential of a handshake.</summary>
    public HandshakeCredential Read(RequestValues values)
    {
        bool hasToken = _bearer.TryRead(values, out BearerToken token, out RequestPart place, out Rejection? noToken);
        List<ReadOnlyMemory<byte>> tickets = [];
        foreach (RequestKey source in ofTickets)
        {
            tickets.AddRange(values.Utf8Of(source));
        }

        return tickets switch
        {
            [] => hasToken ? new HandshakeCredential(token, place) : new HandshakeCredential(noToken!),
            [var only] when noToken == Rejection.CredentialMissing => ReadTicket(only.Span),
            _ => new HandshakeCredential(Rejection.CredentialRepeated),
        };
    }

    private static HandshakeCredential ReadTicket(ReadOnlySpan<byte> text) =>
        ConnectTicket.TryRead(text, out ConnectTicket? ticket, out Rejection? rejection)
            ? new HandshakeCredential(ticket)
            : new HandshakeCredential(rejection);
}
