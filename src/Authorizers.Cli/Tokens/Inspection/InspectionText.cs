using System.Globalization;
using System.Text;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>An inspection for people to read, in ASCII: what looks alike or moves the cursor shows as an escape.</summary>
internal static class InspectionText
{
    public static string Write(TokenInspection inspection)
    {
        var text = new StringBuilder();
        if (inspection.IsOpaque)
        {
            text.Append("Opaque: only its issuer can read it.\n\n");
        }
        else
        {
            WriteMembers(text, "Header", inspection.Parts.Header);
            WriteMembers(
                text, inspection.SignatureHolds ? "Claims" : "Claims, which nothing vouches for", inspection.Parts.Claims);
            WriteTimes(text, inspection);
        }

        WriteChecks(text, inspection);
        return text.ToString().TrimEnd('\n');
    }

    private static void WriteMembers(StringBuilder text, string title, JsonElement? members)
    {
        text.Append(title).Append('\n');
        if (members is not { } root)
        {
            text.Append("  cannot be read: not the base64url of one strict JSON object\n\n");
            return;
        }

        (string Name, string Value)[] rows =
            [.. root.EnumerateObject().Select(member => (Ascii(member.Name), Ascii(CompactText(member.Value))))];
        WriteTable(text, rows);
    }

    private static void WriteTimes(StringBuilder text, TokenInspection inspection)
    {
        if (inspection.Times.Count > 0)
        {
            text.Append("Times, at ").Append(TimeInWords.Absolute(inspection.Now)).Append('\n');
            WriteTable(text, [.. inspection.Times.Select(time => (time.Claim, InWords(time, inspection.Now)))]);
        }
    }

    private static string InWords(ClaimTime time, DateTimeOffset now) =>
        time.At is { } at ? $"{TimeInWords.Absolute(at)}  {TimeInWords.Relative(at, now)}" : "not a date";

    private static void WriteChecks(StringBuilder text, TokenInspection inspection)
    {
        if (inspection.Checks is not { } checks)
        {
            return;
        }

        text.Append("Checks\n");
        WriteTable(text, [.. checks.Results.Select(result => (result.Name, InWords(result)))]);
        if (checks.Failure is { } failure)
        {
            text.Append("Not valid: ").Append(Reason(failure)).Append('\n');
        }
        else if (inspection.Principal is { } principal)
        {
            text.Append("Valid\n");
            WriteTable(
                text,
                [
                    ("principal", Ascii(principal.Id)),
                    ("scopes", Ascii(string.Join(' ', principal.Scopes))),
                    ("groups", Ascii(string.Join(' ', principal.Groups))),
                ]);
        }
    }

    private static string InWords(CheckResult result) => result.Outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => $"FAILED: {Reason(result)}",
        CheckOutcome.AlsoFails => $"would fail too: {Reason(result)}",
        _ => "not reached",
    };

    private static string Reason(CheckResult result)
    {
        string claim = result.Claim is null ? "" : $" ({Ascii(result.Claim)})";
        string accepted = result.Accepted.Count == 0 ? "" : $"; accepted: {Ascii(string.Join(", ", result.Accepted))}";
        return $"{result.Code}{claim}{accepted}";
    }

    private static void WriteTable(StringBuilder text, (string Name, string Value)[] rows)
    {
        int width = rows.Length == 0 ? 0 : rows.Max(row => row.Name.Length);
        foreach ((string name, string value) in rows)
        {
            text.Append($"  {name.PadRight(width)}  {value}".TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }

    private static string CompactText(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, CompactJson.Options))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Ascii(string text) => string.Concat(text.Select(letter => letter is >= ' ' and <= '~'
        ? $"{letter}"
        : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}")));
}
