namespace Authorizers.Core.Configuration;

/// <summary>When an issuer's keys are fetched again, and how often they may be.</summary>
internal sealed record KeyRefresh
{
    /// <summary>The age at which keys are fetched again.</summary>
    public TimeSpan RefreshAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The age up to which they serve while that fails.</summary>
    public TimeSpan StaleLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>For metadata and key set together.</summary>
    public TimeSpan FetchTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The pause after a fetch that failed; each further failure doubles it.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What the pause grows up to.</summary>
    public TimeSpan BackOffLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many fetches unknown keys may cause in a row.</summary>
    public int UnknownKeyBurst { get; init; } = 4;

    /// <summary>After which time one more of them may.</summary>
    public TimeSpan UnknownKeyRefill { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two of them.</summary>
    public TimeSpan UnknownKeyInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long a key id that a fetch did not bring causes no further one.</summary>
    public TimeSpan UnknownKeyMemory { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many such key ids are remembered.</summary>
    public int UnknownKeyCount { get; init; } = 1000;
}
