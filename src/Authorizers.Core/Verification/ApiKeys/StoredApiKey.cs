namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>A record made ready to be asked.</summary>
internal sealed class StoredApiKey
{
    private readonly NetworkRange[] _ranges;

    public StoredApiKey(ApiKeyRecord record, int maxContextBytes)
    {
        Record = record;
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

    /// <summary>Whose key it is, where it may be used.</summary>
    public Principal Holder { get; }

    /// <summary>The same where it may not.</summary>
    public Principal Elsewhere { get; }

    /// <summary>False where addresses matter and none is known.</summary>
    public bool MayBeUsedFrom(string? address) =>
        _ranges.Length == 0
        || (NetworkAddress.TryParse(address, out NetworkAddress parsed) && Array.Exists(_ranges, range => range.Contains(parsed)));

    private static NetworkRange Range(string text) =>
        NetworkRange.TryParse(text, out NetworkRange? range) ? range : throw new FormatException("A range of a record is none.");
}
