using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Handshakes;

namespace Authorizers.Core;

/// <summary>
/// Authorizes the handshakes of WebSocket APIs. API Gateway asks once for each connection, and nothing that is said later is asked
/// about.
/// </summary>
/// <param name="handshakes">Tells who is connecting.</param>
/// <param name="configuration">The same that it was made of.</param>
/// <param name="clock">For conditions on what is valid now.</param>
public sealed class ConnectAuthorizer(HandshakeVerifier handshakes, AuthorizerConfiguration configuration, TimeProvider clock)
    : IAuthorizer
{
    /// <summary>The route of a handshake.</summary>
    internal const string Route = "$connect";

    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => handshakes.PrepareAsync(deadline);

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline)
    {
        if (!IsConnect(request))
        {
            return new Decision.Denied(Principal.Anonymous, Rejection.RouteNotConnect, null, default);
        }

        VerificationResult verification = await handshakes.VerifyAsync(request, deadline);
        return configuration.Routes.Decide(verification, request, clock) is var decision && decision is Decision.Allowed allowed
            ? Told(allowed, handshakes.Tell(allowed.Principal, request))
            : decision;
    }

    /// <summary>False for all that a WebSocket API does not ask about.</summary>
    internal static bool IsConnect(AuthorizerRequest request) =>
        request.Format == EventFormat.WebSocket
        && request.Method.ToString().AsSpan(request.Method.StageArn.Length) is ['/', .. var route]
        && route.SequenceEqual(Route);

    private static Decision Told(Decision.Allowed allowed, Principal principal) => principal.Obstacle is { } obstacle
        ? new Decision.Denied(principal, obstacle, allowed.Called, allowed.Evidence)
        : allowed with { Principal = principal };
}
