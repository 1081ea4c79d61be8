using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Request;

/// <summary>The REQUEST authorizer of REST APIs and HTTP APIs: credential, verification, decision, in that order.</summary>
public sealed class RequestAuthorizer(TokenVerifier verifier, AuthorizerConfiguration configuration, TimeProvider clock)
    : IAuthorizer
{
    private readonly BearerSources _sources = new(configuration.BearerSources);
    private readonly RoutedPaths _paths = new(
        configuration.Routes, configuration.Response == ResponseKind.Simple && configuration.ResultTtl > TimeSpan.Zero);

    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => verifier.PrepareAsync(deadline);

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline)
    {
        ThrowUnlessAnswerable(request.Format);
        VerificationResult verification =
            _sources.TryRead(request.Values, out BearerToken token, out Rejection? rejection)
                ? await verifier.VerifyAsync(token, deadline, CertificateThatCounts(request))
                : new VerificationResult(rejection);

        return _paths.Hold(configuration.Routes.Decide(verification, request, clock), request);
    }

    /// <summary>None where API Gateway would give the answer it keeps to the same token from another certificate too.</summary>
    private ClientCertificate? CertificateThatCounts(AuthorizerRequest request) =>
        configuration.TellsCertificatesApart ? request.ClientCertificate : null;

    private void ThrowUnlessAnswerable(EventFormat format)
    {
        if (format == EventFormat.WebSocket)
        {
            throw new InvalidEventException("The event is a WebSocket API's; this function answers REST APIs and HTTP APIs.");
        }

        if (configuration.Response == ResponseKind.Simple && format != EventFormat.HttpApi2)
        {
            throw new InvalidEventException("Only an HTTP API with payload format 2.0 takes the simple responses configured.");
        }
    }
}
