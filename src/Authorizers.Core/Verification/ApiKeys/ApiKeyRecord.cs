namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>What is stored of an API key: whose it is, what it may do and until when. docs/api-keys.md has the table.</summary>
/// <remarks>It prints its id and nothing else.</remarks>
public sealed record ApiKeyRecord
{
    /// <summary>Of the layout of a record.</summary>
    public const int LayoutVersion = 1;

    /// <summary>Twelve letters and digits; the table's partition key.</summary>
    public required string Id { get; init; }

    /// <summary>32 bytes: the digest of the secret.</summary>
    public required ReadOnlyMemory<byte> Digest { get; init; }

    /// <summary>The version of the pepper in the digest; null for none.</summary>
    public string? Pepper { get; init; }

    /// <summary>Becomes <c>principalId</c>.</summary>
    public required string Principal { get; init; }

    /// <summary>What routes ask for by <c>scopes</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What routes ask for by <c>groups</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The usage plan's name, for people; nothing is decided by it.</summary>
    public string? Plan { get; init; }

    /// <summary>The value of the API Gateway key that calls are metered by: 20 to 128 characters, and not a secret.</summary>
    public string? UsageIdentifierKey { get; init; }

    /// <summary>False for a key that was revoked.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The first moment at which the key is good; null for any.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The first moment at which the key is no longer good; null for never. Also the table's TTL.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Routes of the table, as they are written there, that the key may be used for; empty for all.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Ranges of addresses that the key may be used from; empty for any.</summary>
    public IReadOnlyList<string> Cidrs { get; init; } = [];

    /// <summary>For the backend: strings, booleans, longs and doubles.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Context { get; init; } = [];

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The id of the key that took its place; null when none did.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Counts the changes; a writer must name the one it has read.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
