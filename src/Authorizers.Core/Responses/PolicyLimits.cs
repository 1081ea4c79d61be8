using Authorizers.Core.Configuration;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Responses;

/// <summary>What the API asks of a policy.</summary>
public sealed record PolicyLimits
{
    /// <summary>What a configuration says that says nothing.</summary>
    public static PolicyLimits Usual { get; } = new();

    /// <summary>
    /// API Gateway keeps answers, so that each must be right for every call; else one may be about a single call.
    /// </summary>
    public bool AreKept { get; init; } = true;

    /// <summary>Of a whole answer.</summary>
    public int MaxBytes { get; init; } = PolicyBuilder.DefaultMaxBytes;

    /// <summary>What is granted ends by a condition when the credential does.</summary>
    public bool EndWithCredential { get; init; }

    /// <summary>As configured.</summary>
    public static PolicyLimits Of(AuthorizerConfiguration configuration) => new()
    {
        AreKept = configuration.ResultTtl > TimeSpan.Zero,
        MaxBytes = configuration.MaxResponseBytes,
        EndWithCredential = configuration.ExpiryCondition,
    };
}
