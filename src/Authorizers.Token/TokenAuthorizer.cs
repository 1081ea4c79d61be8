using Authorizers.Core;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Token;

/// <summary>The TOKEN authorizer: credential, verification, decision, in that order.</summary>
public sealed class TokenAuthorizer(TokenVerifier verifier, RouteTable routes, TimeProvider clock) : IAuthorizer
{
    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => verifier.PrepareAsync(deadline);

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline)
    {
        VerificationResult verification =
            BearerToken.TryRead(request.AuthorizationToken, out BearerToken token, out Rejection? rejection)
                ? await verifier.VerifyAsync(token, deadline)
                : new VerificationResult(rejection);

        return routes.Decide(verification, request, clock);
    }
}
