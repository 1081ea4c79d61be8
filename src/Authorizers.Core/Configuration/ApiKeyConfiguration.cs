using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Configuration;

/// <summary>How API keys look, where their records are, and how long a record serves.</summary>
public sealed class ApiKeyConfiguration
{
    internal static readonly IReadOnlyList<RequestKey> DefaultSources = [RequestKey.ApiKeyHeader];

    /// <summary>Where a key may stand.</summary>
    public IReadOnlyList<RequestKey> Sources { get; init; } = DefaultSources;

    /// <summary>What keys begin with: 2 to 10 small letters and digits.</summary>
    public string Prefix { get; init; } = ApiKey.DefaultPrefix;

    /// <summary>The DynamoDB table of records; null when they are in a file.</summary>
    public TableConfiguration? Table { get; init; }

    /// <summary>Reads see all writes before them, at twice the price.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>The records that came with the function, or null.</summary>
    public ApiKeyFile? Records { get; init; }

    /// <summary>Makes a table's digests useless to whoever has the table alone.</summary>
    public ApiKeyDigests Digests { get; init; } = ApiKeyDigests.Plain;

    /// <summary>How long a record serves whoever proved to hold its key; zero: for one call.</summary>
    public TimeSpan CacheFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an id that is unknown, or was presented with a wrong secret, is not looked up again.</summary>
    public TimeSpan CacheUnknownFor { get; init; } = TimeSpan.FromSeconds(5);
}
