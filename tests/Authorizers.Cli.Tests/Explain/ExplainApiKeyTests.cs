using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>The events of the API-key authorizer: what explain tells is what invoke prints, and no word of a key.</summary>
public sealed class ExplainApiKeyTests
{
    private static readonly string Folder = Path.Combine(The.RepositoryRoot, "events", "api-key");

    public static TheoryData<string> Names =>
        [.. from file in Directory.EnumerateFiles(Folder, "*.event.json") select Path.GetFileName(file).Split('.')[0]];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_agrees_with_what_invoke_prints(string name)
    {
        CommandRun invoked = await CommandRun.OfAsync(["invoke", .. Call(name)]);
        JsonElement record = JsonElement.Parse(invoked.Lines.Single(line => line.Contains("\"outcome\"")));

        CommandRun run = await CommandRun.OfAsync(["explain", .. Call(name), "--json"]);
        JsonElement told = JsonElement.Parse(run.Data);

        JsonElement decision = told.GetProperty("decision");
        Assert.Equal(
            $"{record.GetProperty("outcome")} {record.GetProperty("code")}",
            $"{decision.GetProperty("outcome")} {decision.GetProperty("code")}");
        Assert.Equal(
            $"{record.GetProperty("outcome")}" == "allowed", told.GetProperty("client").GetProperty("status").GetInt32() == 200);
        if ($"{record.GetProperty("outcome")}" == "unauthenticated")
        {
            Assert.Equal($"{record.GetProperty("code")}", $"{told.GetProperty("checks").GetProperty("code")}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_part_of_a_secret_is_shown(string name)
    {
        string[] secrets = [.. (await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.event.json"))).Split('"', ' ', ',', ';', '=')
            .Where(text => text.StartsWith("gla_", StringComparison.Ordinal) || text.StartsWith("hunter2", StringComparison.Ordinal))
            .Select(text => text.Split('_')[^1][..7])];

        foreach (string[] options in (string[][])[[], ["--json"]])
        {
            CommandRun run = await CommandRun.OfAsync(["explain", .. Call(name), .. options]);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, run.Data + run.Talk));
        }
    }

    [Theory]
    [InlineData("rest-allowed", "API key header.x-api-key ")]
    [InlineData("rest-query", "API key query.key ")]
    [InlineData("rest-scheme", "API key header.Authorization ApiKey")]
    [InlineData("token-allowed", "API key the header that the authorizer is attached with ")]
    [InlineData("both-allowed", "bearer token header.Authorization Bearer, API key header.x-api-key ")]
    [InlineData("either-in-one-header-token", "bearer token header.Authorization Bearer")]
    [InlineData("rest-missing", "")]
    public async Task What_was_found_where_is_named(string name, string found)
    {
        CommandRun run = await CommandRun.OfAsync(["explain", .. Call(name), "--json"]);

        Assert.Equal(found, string.Join(", ", JsonElement.Parse(run.Data).GetProperty("credentials").EnumerateArray().Select(each =>
            $"{each.GetProperty("kind")} {each.GetProperty("source")} {each.GetProperty("scheme")}")));
    }

    [Fact]
    public async Task What_a_call_is_metered_by_is_told()
    {
        CommandRun run = await CommandRun.OfAsync(["explain", .. Call("both-allowed")]);

        Assert.Matches("metered by +standard-shop-0123456789\n", run.Data);
        Assert.Contains("API key devAllowed00", run.Data);
    }

    private static string[] Call(string name)
    {
        string own = Path.Combine(Folder, $"{name}.config.json");
        return ["api-key", Path.Combine(Folder, $"{name}.event.json"), .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()];
    }
}
