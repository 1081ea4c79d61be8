using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Verification.Handshakes;

/// <summary>Verifies what a WebSocket handshake presents, after the page that it comes from.</summary>
public sealed class HandshakeVerifier
{
    private readonly TokenVerifier _tokens;
    private readonly TicketVerifier? _tickets;
    private readonly HandshakeSources _sources;
    private readonly AllowedOrigins _origins;
    private readonly SessionContext _session;

    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="tokens">For bearer tokens.</param>
    /// <param name="tickets">Needed where the configuration takes tickets.</param>
    /// <param name="clock">For credentials that do not say when they end.</param>
    /// <exception cref="ArgumentNullException">It takes them, and there is no verifier of them.</exception>
    public HandshakeVerifier(
        AuthorizerConfiguration configuration, TokenVerifier tokens, TicketVerifier? tickets, TimeProvider clock)
    {
        if (configuration.Credentials.Ticket && tickets is null)
        {
            throw new ArgumentNullException(nameof(tickets), "The configuration takes tickets.");
        }

        (_tokens, _tickets) = (tokens, tickets);
        _sources = new HandshakeSources(
            configuration.Credentials.Ticket ? configuration.Ticket!.Sources : [],
            configuration.Credentials.Bearer ? configuration.BearerSources : []);
        _origins = new AllowedOrigins(configuration.WebSocket);
        _session = new SessionContext(configuration, clock);
    }

    /// <summary>Makes ready during INIT what can be.</summary>
    /// <param name="deadline">When INIT must be over.</param>
    public async Task PrepareAsync(Deadline deadline)
    {
        await _tokens.PrepareAsync(deadline);
        await (_tickets?.PrepareAsync(deadline) ?? Task.CompletedTask);
    }

    /// <summary>A principal, or the first check that failed. A ticket is not taken before its page is known to be welcome.</summary>
    /// <exception cref="OutageException">Somebody is needed who cannot be asked.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(AuthorizerRequest request, Deadline deadline)
    {
        HandshakeCredential credential = _sources.Read(request.Values);
        if (!AllowedOrigins.TryRead(request.Values, out string? origin) || !_origins.Admit(origin, credential))
        {
            return new VerificationResult(Principal.Anonymous with { Obstacle = Rejection.OriginNotAllowed }, default);
        }

        return credential.Ticket is { } ticket ? await _tickets!.VerifyAsync(ticket, origin, AddressOf(request), deadline)
            : credential.Token is { } token ? await _tokens.VerifyAsync(token, deadline, request.ClientCertificate)
            : new VerificationResult(credential.Rejection!);
    }

    /// <summary>The principal of an accepted handshake, with what its backend needs to know of the connection.</summary>
    internal Principal Tell(Principal principal, AuthorizerRequest request) => _session.Tell(principal, request.Values);

    private static string? AddressOf(AuthorizerRequest request) =>
        request.Values.Of(RequestKey.SourceAddress) is [var address] ? address : null;
}
