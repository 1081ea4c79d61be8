using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core;

/// <summary>
/// Authorizes the calls of REST APIs and HTTP APIs by what their events carry: credential, verification, decision, in that order.
/// </summary>
/// <param name="callers">Tells who is calling.</param>
/// <param name="configuration">The same that it was made of.</param>
/// <param name="clock">For conditions on what is valid now.</param>
public sealed class RequestAuthorizer(CallerVerifier callers, AuthorizerConfiguration configuration, TimeProvider clock) : IAuthorizer
{
    private readonly RoutedPaths _paths = new(
        configuration.Routes, configuration.Response == ResponseKind.Simple && configuration.ResultTtl > TimeSpan.Zero);

    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => callers.PrepareAsync(deadline);

    /// <inheritdoc/>
    /// <exception cref="InvalidEventException">The event cannot be answered as configured.</exception>
    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline)
    {
        ThrowUnlessAnswerable(request.Format);
        RequestValues values = request.Format == EventFormat.Token
            ? RequestValues.OfHeader(configuration.IdentitySources[0], request.AuthorizationToken)
            : request.Values;
        VerificationResult verification = await callers.VerifyAsync(request, values, deadline);
        return _paths.Hold(configuration.Routes.Decide(verification, request, clock), request);
    }

    private void ThrowUnlessAnswerable(EventFormat format)
    {
        if (format == EventFormat.WebSocket)
        {
            throw new InvalidEventException("The event is a WebSocket API's; this function answers REST APIs and HTTP APIs.");
        }

        if (format == EventFormat.Token && !configuration.FitsTokenEvents)
        {
            throw new InvalidEventException(
                "A TOKEN event carries one header; the configuration asks for more, or for another. Make it a REQUEST authorizer.");
        }

        if (configuration.Response == ResponseKind.Simple && format != EventFormat.HttpApi2)
        {
            throw new InvalidEventException("Only an HTTP API with payload format 2.0 takes the simple responses configured.");
        }
    }
}
