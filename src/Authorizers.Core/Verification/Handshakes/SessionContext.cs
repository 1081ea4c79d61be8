using Authorizers.Core.Configuration;
using Authorizers.Core.Events;

namespace Authorizers.Core.Verification.Handshakes;

/// <summary>
/// What the backend needs to know of a connection, and is asked for nowhere else: its id, when it should end, and the subprotocol
/// to answer with. API Gateway hands it on with every message.
/// </summary>
/// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
/// <param name="clock">For credentials that do not say when they end.</param>
internal sealed class SessionContext(AuthorizerConfiguration configuration, TimeProvider clock)
{
    /// <summary>API Gateway ends a connection then, whatever goes on in it.</summary>
    private static readonly TimeSpan LongestConnection = TimeSpan.FromHours(2);

    private readonly ApplicationSubprotocol _subprotocol = new(configuration);

    /// <summary>The principal with the connection in its context; with an obstacle where that is too large.</summary>
    public Principal Tell(Principal principal, RequestValues values)
    {
        DateTimeOffset ends = principal.Expires is { } expires
            ? expires - configuration.ClockSkew
            : clock.GetUtcNow() + LongestConnection;
        List<KeyValuePair<string, object>> context = [.. principal.Context, new("exp", ends.ToUnixTimeSeconds())];
        if (values.Of(RequestKey.ConnectionId) is [{ Length: > 0 } id])
        {
            context.Add(new("connectionId", id));
        }

        if (_subprotocol.Choose(values) is { } subprotocol)
        {
            context.Add(new("subprotocol", subprotocol));
        }

        bool fits = ContextJson.Fits(context, configuration.MaxContextBytes);
        return principal with
        {
            Context = fits ? context : [],
            Obstacle = fits ? principal.Obstacle : Rejection.ContextTooLarge,
        };
    }
}
