using Authorizers.Core.Verification.Introspection;

namespace Authorizers.Core.Configuration;

/// <summary>Where an issuer answers for its opaque tokens (RFC 7662), and how long an answer serves.</summary>
internal sealed class IntrospectionConfiguration
{
    public required Uri Endpoint { get; init; }

    /// <summary>Proves that we may ask.</summary>
    public required ClientAuthentication Authentication { get; init; }

    /// <summary>How long an active token is not asked about again; zero: not at all. Its "exp" ends that time too.</summary>
    public required TimeSpan CacheFor { get; init; }

    /// <summary>The same for a token that is not active.</summary>
    public required TimeSpan CacheInactiveFor { get; init; }
}
