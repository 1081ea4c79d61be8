using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Cli.Tokens;

/// <summary>What verifies tokens in a function of that configuration, pinned roots included.</summary>
internal static class ConfiguredVerifier
{
    public static TokenVerifier Create(AuthorizerConfiguration configuration, TimeProvider clock, Action<string> say)
    {
        PinnedTrust? trust = PinnedTrust.Establish(configuration, Environment.GetEnvironmentVariable, clock, say);
        return TokenVerifier.Create(configuration, clock, say, trust);
    }
}
