using System.Text.Json;

namespace Authorizers.Cli.Explain;

/// <summary>What a decision record says; docs/codes.md has its fields.</summary>
internal sealed record RecordFacts(
    string Outcome, string? Code, string? Claim, string? Issuer, string? KeyId, string? ApiKey, string? Route)
{
    public static RecordFacts Read(ReadOnlySpan<byte> line)
    {
        JsonElement record = JsonElement.Parse(line);
        string? Text(string name) => record.GetProperty(name).GetString();
        string? apiKey = record.TryGetProperty("apiKey", out JsonElement id) ? id.GetString() : null;
        return new RecordFacts(Text("outcome")!, Text("code"), Text("claim"), Text("issuer"), Text("keyId"), apiKey, Text("route"));
    }
}
