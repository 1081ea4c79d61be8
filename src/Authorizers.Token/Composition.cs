using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;

namespace Authorizers.Token;

/// <summary>Puts the function together, once, during INIT.</summary>
public static class Composition
{
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static AuthorizerFunction Build(FunctionSurroundings surroundings)
    {
        (AuthorizerConfiguration configuration, TokenVerifier verifier, _) = LoadedFunction.Load(surroundings, EventKind.Token);
        return new AuthorizerFunction(
            new TokenAuthorizer(verifier, configuration.Routes, surroundings.Clock),
            TokenEvent.Read,
            new Responder(configuration.OnUnauthenticated, PolicyLimits.Of(configuration)),
            new DecisionLog("token", surroundings.Records, surroundings.LogSettings, surroundings.Clock),
            surroundings.Clock);
    }
}
