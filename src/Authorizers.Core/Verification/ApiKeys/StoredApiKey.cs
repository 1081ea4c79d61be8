using System.Security.Cryptography;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>A record made ready to be asked; or a decoy, so that an id without a record takes the same way.</summary>
internal sealed class StoredApiKey
{
    private readonly NetworkRange[] _ranges;

    public StoredApiKey(ApiKeyRecord record, int maxContextBytes)
        : this(record, maxContextBytes, record.Id, Rejection.KeySecretMismatch)
    {
    }

    private StoredApiKey(ApiKeyRecord record, int maxContextBytes, string? knownId, Rejection refusal)
    {
        (Record, KnownId, Refusal) = (record, knownId, refusal);
        _ranges = [.. record.Cidrs.Select(Range)];
        bool fits = ContextJson.Fits(record.Context, maxContextBytes);
        Holder = new Principal
        {
            Id = record.Principal,
            Scopes = record.Scopes,
            Groups = record.Groups,
            Context = fits ? record.Context : [],
            Expires = record.Expires,
            UsageIdentifierKey = record.UsageIdentifierKey,
            Routes = record.Routes.Count == 0 ? null : record.Routes,
            Obstacle = fits ? null : Rejection.ContextTooLarge,
        };
        Elsewhere = new Principal { Id = record.Principal, Obstacle = Rejection.KeyAddress };
    }

    public ApiKeyRecord Record { get; }

    /// <summary>The record's id; null for a decoy.</summary>
    public string? KnownId { get; }

    /// <summary>Of whoever does not have the secret.</summary>
    public Rejection Refusal { get; }

    /// <summary>Whose key it is, where it may be used.</summary>
    public Principal Holder { get; }

    /// <summary>The same where it may not.</summary>
    public Principal Elsewhere { get; }

    /// <summary>What nobody has the secret of: one for each id, as records are, since one that all share would be faster at hand.</summary>
    public static StoredApiKey Decoy(string id, string? pepper)
    {
        var record = new ApiKeyRecord
        {
            Id = id,
            Digest = RandomNumberGenerator.GetBytes(ApiKeyDigests.Length),
            Pepper = pepper,
            Principal = "nobody",
            Created = DateTimeOffset.UnixEpoch,
        };
        return new StoredApiKey(record, int.MaxValue, null, Rejection.KeyNotFound);
    }

    /// <summary>False where addresses matter and none is known.</summary>
    public bool MayBeUsedFrom(string? address) =>
        _ranges.Length == 0
        || (NetworkAddress.TryParse(address, out NetworkAddress parsed) && Array.Exists(_ranges, range => range.Contains(parsed)));

    private static NetworkRange Range(string text) =>
        NetworkRange.TryParse(text, out NetworkRange? range) ? range : throw new FormatException("A range of a record is none.");
}
