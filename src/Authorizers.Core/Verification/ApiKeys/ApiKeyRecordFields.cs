using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>
/// A record as named values: what a table's item and a line of JSON have in common. Texts are strings, times are seconds since
/// 1970, sets are lists of strings, the digest is bytes, and the context is a list of pairs.
/// </summary>
public static class ApiKeyRecordFields
{
    /// <summary>The table's partition key.</summary>
    public const string Id = "id";

    /// <summary>Counts the changes of a record.</summary>
    public const string Revision = "revision";

    /// <summary>Bytes.</summary>
    public const string Digest = "digest";

    /// <summary>The table's TTL attribute: seconds since 1970.</summary>
    public const string Expires = "exp";

    /// <summary>Whose key it is.</summary>
    public const string Principal = "principal";

    /// <summary>The name of its usage plan.</summary>
    public const string Plan = "plan";

    private const string Active = "active";
    private const string Disabled = "disabled";

    private const int LongestText = 256;
    private const int LongestValue = 1024;
    private const int MostTexts = 100;
    private const int ShortestUsageKey = 20;
    private const int LongestUsageKey = 128;

    /// <summary>Nobody changes a record so often; an imported one may say so.</summary>
    private const long LastRevision = int.MaxValue;

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>What a changed record counts: one more, and 1 after 2,147,483,647.</summary>
    public static long RevisionAfter(long revision) => revision >= LastRevision ? 1 : revision + 1;

    /// <summary>The values of a record; what it does not have is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(ApiKeyRecord record)
    {
        List<KeyValuePair<string, object>> fields = [];
        Add(Id, record.Id);
        Add("version", (long)ApiKeyRecord.LayoutVersion);
        Add(Digest, record.Digest);
        Add("pepper", record.Pepper);
        Add(Principal, record.Principal);
        Add("scopes", record.Scopes is { Count: > 0 } ? record.Scopes : null);
        Add("groups", record.Groups is { Count: > 0 } ? record.Groups : null);
        Add(Plan, record.Plan);
        Add("usageIdentifierKey", record.UsageIdentifierKey);
        Add("status", record.IsActive ? Active : Disabled);
        Add("nbf", record.NotBefore?.ToUnixTimeSeconds());
        Add(Expires, record.Expires?.ToUnixTimeSeconds());
        Add("routes", record.Routes is { Count: > 0 } ? record.Routes : null);
        Add("cidrs", record.Cidrs is { Count: > 0 } ? record.Cidrs : null);
        Add("context", record.Context is { Count: > 0 } ? record.Context : null);
        Add("created", record.Created.ToUnixTimeSeconds());
        Add("replacedBy", record.ReplacedBy);
        Add(Revision, record.Revision);
        return fields;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }
    }

    /// <summary>The record of the values; each must be known and well-formed.</summary>
    /// <exception cref="ApiKeyRecordException">One is not, or is missing.</exception>
    public static ApiKeyRecord Read(IEnumerable<KeyValuePair<string, object>> fields)
    {
        var rest = new RecordValues(fields);
        if ((rest.Number("version", 0, int.MaxValue) ?? throw RecordValues.Missing("version")) != ApiKeyRecord.LayoutVersion)
        {
            throw new ApiKeyRecordException($"version is not {ApiKeyRecord.LayoutVersion}");
        }

        var record = new ApiKeyRecord
        {
            Id = rest.Text(Id, ApiKey.IsId) ?? throw RecordValues.Missing(Id),
            Digest = rest.Bytes(Digest, ApiKeyDigests.Length) ?? throw RecordValues.Missing(Digest),
            Pepper = rest.Text("pepper", ApiKeyDigests.IsVersion),
            Principal = rest.Text(Principal, IsText) ?? throw RecordValues.Missing(Principal),
            Scopes = rest.Texts("scopes", MostTexts, IsText),
            Groups = rest.Texts("groups", MostTexts, IsText),
            Plan = rest.Text(Plan, IsText),
            UsageIdentifierKey = rest.Text("usageIdentifierKey", IsUsageKey),
            IsActive = (rest.Text("status", text => text is Active or Disabled) ?? throw RecordValues.Missing("status")) == Active,
            NotBefore = Time(rest.Number("nbf", 0, LastSecond)),
            Expires = Time(rest.Number(Expires, 0, LastSecond)),
            Routes = rest.Texts("routes", MostTexts, IsText),
            Cidrs = rest.Texts("cidrs", MostTexts, text => NetworkRange.TryParse(text, out _)),
            Context = rest.Pairs("context", MostTexts, IsContext),
            Created = Time(rest.Number("created", 0, LastSecond)) ?? throw RecordValues.Missing("created"),
            ReplacedBy = rest.Text("replacedBy", ApiKey.IsId),
            Revision = rest.Number(Revision, 1, LastRevision) ?? throw RecordValues.Missing(Revision),
        };
        rest.ThrowIfAnyLeft();
        return record;
    }

    private static DateTimeOffset? Time(long? seconds) => seconds is { } value ? DateTimeOffset.FromUnixTimeSeconds(value) : null;

    private static bool IsText(string text) => text.Length is > 0 and <= LongestText && ContextText.Clean(text) == text;

    /// <summary>A client's own key is a secret; this one is seen by API Gateway, its logs and its console.</summary>
    private static bool IsUsageKey(string text) =>
        text.Length is >= ShortestUsageKey and <= LongestUsageKey && text.All(letter => letter is > ' ' and <= '~')
        && !ApiKey.Resembles(text);

    private static bool IsContext(string key, object value) => ContextReader.ProblemOf(key) is null && value switch
    {
        string text => text.Length <= LongestValue && ContextText.Clean(text) == text,
        double number => double.IsFinite(number),
        _ => value is long or bool,
    };
}
