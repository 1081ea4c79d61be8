using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Lambda;

/// <summary>
/// What every function that verifies tokens is put together of: its checked configuration, and the verifier it asks for.
/// </summary>
/// <param name="Configuration">Good for this kind of function.</param>
/// <param name="Verifier">Trusts the issuers of the configuration.</param>
/// <param name="Trust">In the servers that it asks; null for the system's own.</param>
public sealed record LoadedFunction(AuthorizerConfiguration Configuration, TokenVerifier Verifier, PinnedTrust? Trust)
{
    /// <summary>Reads the configuration and pins the roots that it names, before there is a second thread.</summary>
    /// <param name="surroundings">Where the configuration is, and who is warned.</param>
    /// <param name="events">What the function is sent.</param>
    /// <exception cref="ConfigurationException">With all that is wrong with the configuration.</exception>
    public static LoadedFunction Load(FunctionSurroundings surroundings, EventKind events)
    {
        Action<string> warn = surroundings.Log.Warn;
        AuthorizerConfiguration configuration =
            ConfigurationFile.Load(surroundings.ConfigurationPath, surroundings.Variable, events);
        KeptResults.Examine(configuration, warn);
        CredentialWarnings.Examine(configuration, warn);
        PinnedTrust? trust = PinnedTrust.Establish(configuration, surroundings.Variable, surroundings.Clock, warn);
        return new LoadedFunction(configuration, TokenVerifier.Create(configuration, surroundings.Clock, warn, trust), trust);
    }
}
