using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>An inspection for programs, as one line of JSON.</summary>
internal static class InspectionJson
{
    public static ReadOnlySpan<byte> Write(TokenInspection inspection)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            WriteMembers(writer, "header", inspection.Parts.Header);
            WriteMembers(writer, "claims", inspection.Parts.Claims);
            writer.WriteString("now", TimeInWords.Absolute(inspection.Now));
            WriteTimes(writer, inspection);
            if (inspection.Checks is { } checks)
            {
                writer.WriteBoolean("valid", checks.AllPassed);
                WriteReason(writer, checks.Failure);
                WriteChecks(writer, checks);
                WritePrincipal(writer, inspection.Principal);
            }

            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void WriteMembers(Utf8JsonWriter writer, string name, JsonElement? members)
    {
        writer.WritePropertyName(name);
        if (members is { } root)
        {
            root.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteTimes(Utf8JsonWriter writer, TokenInspection inspection)
    {
        writer.WriteStartArray("times");
        foreach (ClaimTime time in inspection.Times)
        {
            writer.WriteStartObject();
            writer.WriteString("claim", time.Claim);
            writer.WriteString("at", time.At is { } at ? TimeInWords.Absolute(at) : null);
            writer.WriteString("relative", time.At is { } moment ? TimeInWords.Relative(moment, inspection.Now) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteChecks(Utf8JsonWriter writer, CheckList checks)
    {
        writer.WriteStartArray("checks");
        foreach (CheckResult result in checks.Results)
        {
            writer.WriteStartObject();
            writer.WriteString("check", result.Name);
            writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()));
            WriteReason(writer, result);
            WriteTexts(writer, "accepted", result.Accepted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteReason(Utf8JsonWriter writer, CheckResult? result)
    {
        writer.WriteString("code", result?.Code);
        writer.WriteString("claim", result?.Claim);
    }

    private static void WritePrincipal(Utf8JsonWriter writer, Principal? principal)
    {
        writer.WriteString("principal", principal?.Id);
        WriteTexts(writer, "scopes", principal?.Scopes);
        WriteTexts(writer, "groups", principal?.Groups);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string>? texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts ?? [])
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
