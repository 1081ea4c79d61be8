using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>npm's jose, in a process of its own (npm/jose.mjs).</summary>
internal sealed class JoseOracle(GeneratedIssuer issuer, NodePackages packages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public async Task<IReadOnlyList<Opinion>> JudgeAsync(IEnumerable<GeneratedToken> tokens)
    {
        string input = string.Join('\n', tokens.Select(token => JsonSerializer.Serialize(token.Text)).Prepend(Rules()));
        ProgramRun run = await ProgramRun.ToEndAsync(await packages.ScriptAsync("jose.mjs"), Limit, input);
        return [.. run.ThrowIfFailed("jose.mjs").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private string Rules() => new JsonObject
    {
        ["keySet"] = JsonNode.Parse(issuer.KeySetText()),
        ["options"] = new JsonObject
        {
            ["issuer"] = GeneratedIssuer.Issuer,
            ["audience"] = GeneratedIssuer.Audience,
            ["algorithms"] = new JsonArray([.. GeneratedIssuer.Algorithms.Select(name => JsonValue.Create(name))]),
            ["clockTolerance"] = GeneratedIssuer.ClockSkew.TotalSeconds,
            ["currentDate"] = GeneratedIssuer.Moment.ToUnixTimeMilliseconds(),
        },
    }.ToJsonString();

    private static Opinion Read(string line)
    {
        using var opinion = JsonDocument.Parse(line);
        bool accepted = opinion.RootElement.GetProperty("accepted").GetBoolean();
        return new Opinion(accepted, accepted && opinion.RootElement.TryGetProperty("subject", out JsonElement subject)
            && subject.ValueKind == JsonValueKind.String ? subject.GetString() : null);
    }
}
