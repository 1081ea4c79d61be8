using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification.Handshakes;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;

namespace Authorizers.WebSockets;

/// <summary>Puts the function together, once, during INIT.</summary>
public static class Composition
{
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static AuthorizerFunction Build(FunctionSurroundings surroundings)
    {
        LoadedFunction loaded = LoadedFunction.Load(surroundings, EventKind.WebSocket);
        AuthorizerConfiguration configuration = loaded.Configuration;
        HandshakeWarnings.Examine(configuration, surroundings.Log.Warn);
        TicketVerifier? tickets = configuration is { Credentials.Ticket: true, Ticket: { } settings }
            ? new TicketVerifier(configuration, Tickets(settings, loaded, surroundings), surroundings.Clock)
            : null;
        var handshakes = new HandshakeVerifier(configuration, loaded.Verifier, tickets, surroundings.Clock);
        return new AuthorizerFunction(
            new ConnectAuthorizer(handshakes, configuration, surroundings.Clock),
            RequestEvent.Read,
            Responders.For(configuration),
            new DecisionLog("websocket", surroundings.Records, surroundings.LogSettings, surroundings.Clock),
            surroundings.Clock);
    }

    private static ITickets Tickets(TicketConfiguration settings, LoadedFunction loaded, FunctionSurroundings surroundings) =>
        settings.Records is { } records
            ? records
            : TableClient.OpenTickets(settings.Table!, surroundings.Variable, loaded.Trust, surroundings.Log.Warn);
}
