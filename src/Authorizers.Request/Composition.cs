using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;

namespace Authorizers.Request;

/// <summary>Puts the function together, once, during INIT.</summary>
public static class Composition
{
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static AuthorizerFunction Build(FunctionSurroundings surroundings)
    {
        (AuthorizerConfiguration configuration, TokenVerifier verifier, _) = LoadedFunction.Load(surroundings, EventKind.Request);
        return new AuthorizerFunction(
            new RequestAuthorizer(new CallerVerifier(configuration, verifier), configuration, surroundings.Clock),
            RequestEvent.Read,
            Responders.For(configuration),
            new DecisionLog("request", surroundings.Records, surroundings.LogSettings, surroundings.Clock),
            surroundings.Clock);
    }
}
