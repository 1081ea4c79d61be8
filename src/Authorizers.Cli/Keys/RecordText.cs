using System.Globalization;
using Authorizers.Cli.Tokens.Inspection;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Cli.Keys;

/// <summary>A record for people; its digest is of no use to them.</summary>
internal static class RecordText
{
    public static string[] Headings { get; } = ["id", "principal", "plan", "status", "expires", "replaced by"];

    /// <summary>One line of many.</summary>
    public static string[] Row(ApiKeyRecord record, DateTimeOffset now) =>
    [
        record.Id, record.Principal, record.Plan ?? "", Status(record, now),
        record.Expires is { } expires ? TimeInWords.Absolute(expires) : "never", record.ReplacedBy ?? "",
    ];

    /// <summary>All fields that there are, one a line.</summary>
    public static string Whole(ApiKeyRecord record, DateTimeOffset now)
    {
        List<string[]> rows = [];
        Add("id", record.Id);
        Add("principal", record.Principal);
        Add("status", Status(record, now));
        Add("scopes", Joined(record.Scopes));
        Add("groups", Joined(record.Groups));
        Add("plan", record.Plan);
        Add("usage identifier key", record.UsageIdentifierKey);
        Add("routes", Joined(record.Routes));
        Add("cidrs", Joined(record.Cidrs));
        foreach ((string key, object value) in record.Context)
        {
            Add($"context {key}", string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }

        Add("created", Moment(record.Created, now));
        Add("not before", Moment(record.NotBefore, now));
        Add("expires", Moment(record.Expires, now) ?? "never");
        Add("replaced by", record.ReplacedBy);
        Add("pepper", record.Pepper ?? "none");
        Add("revision", record.Revision.ToString(CultureInfo.InvariantCulture));
        return PlainTable.Write(rows);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                rows.Add([name, value]);
            }
        }
    }

    /// <summary>From when and until when it is good, as the end of a sentence.</summary>
    public static string Lifetime(ApiKeyRecord record, DateTimeOffset now)
    {
        string start = record.NotBefore is { } first ? $"good from {Moment(first, now)} " : "good ";
        return start + (record.Expires is { } end ? $"until {Moment(end, now)}" : "until it is revoked");
    }

    /// <summary>In the order in which functions check.</summary>
    public static string Status(ApiKeyRecord record, DateTimeOffset now) =>
        !record.IsActive ? "disabled"
        : now < record.NotBefore ? "not yet"
        : now >= record.Expires ? "expired"
        : "active";

    private static string? Joined(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join(", ", texts);

    private static string? Moment(DateTimeOffset? moment, DateTimeOffset now) =>
        moment is { } at ? $"{TimeInWords.Absolute(at)} ({TimeInWords.Relative(at, now)})" : null;
}
