using Authorizers.Core.Configuration;

namespace Authorizers.Core.Responses;

/// <summary>Chooses how decisions are said.</summary>
public static class Responders
{
    /// <summary>As the API is deployed.</summary>
    public static IResponder For(AuthorizerConfiguration configuration) => configuration.Response == ResponseKind.Simple
        ? new SimpleResponder()
        : new Responder(configuration.OnUnauthenticated, PolicyLimits.Of(configuration));
}
