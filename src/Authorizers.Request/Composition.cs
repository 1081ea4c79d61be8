using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;

namespace Authorizers.Request;

/// <summary>Puts the function together, once, during INIT.</summary>
public static class Composition
{
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static AuthorizerFunction Build(FunctionSurroundings surroundings)
    {
        (AuthorizerConfiguration configuration, var verifier) = LoadedFunction.Load(surroundings, EventKind.Request);
        return new AuthorizerFunction(
            new RequestAuthorizer(verifier, configuration, surroundings.Clock),
            RequestEvent.Read,
            configuration.Response == ResponseKind.Simple
                ? new SimpleResponder()
                : new Responder(configuration.OnUnauthenticated, PolicyLimits.Of(configuration)),
            new DecisionLog("request", surroundings.Records, surroundings.LogSettings, surroundings.Clock),
            surroundings.Clock);
    }
}
