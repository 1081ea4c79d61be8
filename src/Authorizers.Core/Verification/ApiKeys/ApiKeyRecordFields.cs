using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Records;

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

    private const int ShortestUsageKey = 20;
    private const int LongestUsageKey = 128;

    /// <summary>Nobody changes a record so often; an imported one may say so.</summary>
    private const long LastRevision = int.MaxValue;

    /// <summary>What a changed record counts: one more, and 1 after 2,147,483,647.</summary>
    public static long RevisionAfter(long revision) => revision >= LastRevision ? 1 : revision + 1;

    /// <summary>The values of a record; what it does not have is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(ApiKeyRecord record)
    {
        var fields = new RecordFields();
        fields.Add(Id, record.Id);
        fields.Add("version", (long)ApiKeyRecord.LayoutVersion);
        fields.Add(Digest, record.Digest);
        fields.Add("pepper", record.Pepper);
        fields.Add(Principal, record.Principal);
        fields.Add("scopes", record.Scopes);
        fields.Add("groups", record.Groups);
        fields.Add(Plan, record.Plan);
        fields.Add("usageIdentifierKey", record.UsageIdentifierKey);
        fields.Add("status", record.IsActive ? Active : Disabled);
        fields.Add("nbf", record.NotBefore);
        fields.Add(Expires, record.Expires);
        fields.Add("routes", record.Routes);
        fields.Add("cidrs", record.Cidrs);
        fields.Add("context", record.Context);
        fields.Add("created", record.Created);
        fields.Add("replacedBy", record.ReplacedBy);
        fields.Add(Revision, record.Revision);
        return fields.All;
    }

    /// <summary>The record of the values; each must be known and well-formed.</summary>
    /// <exception cref="RecordException">One is not, or is missing.</exception>
    public static ApiKeyRecord Read(IEnumerable<KeyValuePair<string, object>> fields)
    {
        var rest = new RecordValues(fields);
        if ((rest.Number("version", 0, int.MaxValue) ?? throw RecordValues.Missing("version")) != ApiKeyRecord.LayoutVersion)
        {
            throw new RecordException($"version is not {ApiKeyRecord.LayoutVersion}");
        }

        var record = new ApiKeyRecord
        {
            Id = rest.Text(Id, ApiKey.IsId) ?? throw RecordValues.Missing(Id),
            Digest = rest.Bytes(Digest, ApiKeyDigests.Length) ?? throw RecordValues.Missing(Digest),
            Pepper = rest.Text("pepper", ApiKeyDigests.IsVersion),
            Principal = rest.Text(Principal, RecordText.IsGood) ?? throw RecordValues.Missing(Principal),
            Scopes = rest.Texts("scopes", RecordText.MostTexts, RecordText.IsGood),
            Groups = rest.Texts("groups", RecordText.MostTexts, RecordText.IsGood),
            Plan = rest.Text(Plan, RecordText.IsGood),
            UsageIdentifierKey = rest.Text("usageIdentifierKey", IsUsageKey),
            IsActive = (rest.Text("status", text => text is Active or Disabled) ?? throw RecordValues.Missing("status")) == Active,
            NotBefore = RecordTime.Take(rest, "nbf"),
            Expires = RecordTime.Take(rest, Expires),
            Routes = rest.Texts("routes", RecordText.MostTexts, RecordText.IsGood),
            Cidrs = rest.Texts("cidrs", RecordText.MostTexts, text => NetworkRange.TryParse(text, out _)),
            Context = rest.Pairs("context", RecordText.MostTexts, RecordText.IsContext),
            Created = RecordTime.Take(rest, "created") ?? throw RecordValues.Missing("created"),
            ReplacedBy = rest.Text("replacedBy", ApiKey.IsId),
            Revision = rest.Number(Revision, 1, LastRevision) ?? throw RecordValues.Missing(Revision),
        };
        rest.ThrowIfAnyLeft();
        return record;
    }

    /// <summary>A client's own key is a secret; this one is seen by API Gateway, its logs and its console.</summary>
    private static bool IsUsageKey(string text) =>
        text.Length is >= ShortestUsageKey and <= LongestUsageKey && text.All(letter => letter is > ' ' and <= '~')
        && !ApiKey.Resembles(text);
}
