using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.DynamoDb;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;

namespace Authorizers.ApiKeys;

/// <summary>Puts the function together, once, during INIT.</summary>
public static class Composition
{
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static AuthorizerFunction Build(FunctionSurroundings surroundings)
    {
        LoadedFunction loaded = LoadedFunction.Load(surroundings, EventKind.ApiKey);
        AuthorizerConfiguration configuration = loaded.Configuration;
        ApiKeyVerifier? keys = configuration is { Credentials.ApiKey: true, ApiKey: { } settings }
            ? new ApiKeyVerifier(
                configuration, Records(settings, loaded, surroundings), surroundings.Clock, surroundings.Log.Warn)
            : null;
        return new AuthorizerFunction(
            new RequestAuthorizer(
                new CallerVerifier(configuration, loaded.Verifier, keys), configuration, surroundings.Clock),
            AnyEvent.Read,
            Responders.For(configuration),
            new DecisionLog("api-key", surroundings.Records, surroundings.LogSettings, surroundings.Clock),
            surroundings.Clock);
    }

    private static IApiKeyRecords Records(
        ApiKeyConfiguration settings, LoadedFunction loaded, FunctionSurroundings surroundings) =>
        settings.Records is { } records
            ? records
            : TableClient.Open(settings, surroundings.Variable, loaded.Trust, surroundings.Log.Warn);
}
