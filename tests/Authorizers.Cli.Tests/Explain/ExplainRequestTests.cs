using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>The events of the REQUEST authorizer: what explain tells is what invoke prints.</summary>
public sealed class ExplainRequestTests
{
    private static readonly string Folder = Path.Combine(The.RepositoryRoot, "events", "request");

    public static TheoryData<string> Names =>
        [.. from file in Directory.EnumerateFiles(Folder, "*.event.json") select Path.GetFileName(file).Split('.')[0]];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_agrees_with_what_invoke_prints(string name)
    {
        string file = Path.Combine(Folder, $"{name}.event.json");
        string own = Path.Combine(Folder, $"{name}.config.json");
        string[] call = ["request", file, .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()];
        CommandRun invoked = await CommandRun.OfAsync(["invoke", .. call]);
        JsonElement record = JsonElement.Parse(invoked.Lines.Single(line => line.Contains("\"outcome\"")));

        CommandRun run = await CommandRun.OfAsync(["explain", .. call, "--json"]);
        JsonElement told = JsonElement.Parse(run.Data);

        JsonElement decision = told.GetProperty("decision");
        Assert.Equal(
            $"{record.GetProperty("outcome")} {record.GetProperty("code")}",
            $"{decision.GetProperty("outcome")} {decision.GetProperty("code")}");
        Assert.Equal($"{record.GetProperty("route")}", $"{told.GetProperty("event").GetProperty("route")}");
        Assert.Equal(
            $"{record.GetProperty("outcome")}" == "allowed", told.GetProperty("client").GetProperty("status").GetInt32() == 200);
    }

    [Theory]
    [InlineData("rest-header", "header.Authorization Bearer")]
    [InlineData("http2-cookie", "cookie.session ")]
    public async Task The_source_of_the_credential_is_named(string name, string source)
    {
        string own = Path.Combine(Folder, $"{name}.config.json");
        string[] config = File.Exists(own) ? ["--config", own] : [];

        CommandRun run = await CommandRun.OfAsync(
            ["explain", "request", Path.Combine(Folder, $"{name}.event.json"), .. config, "--json"]);

        JsonElement found = Assert.Single(JsonElement.Parse(run.Data).GetProperty("credentials").EnumerateArray());
        Assert.Equal(source, $"{found.GetProperty("source")} {found.GetProperty("scheme")}");
        Assert.DoesNotContain("eyJ", run.Data + run.Talk);
    }

    [Theory]
    [InlineData("rest-certificate-other")]
    [InlineData("rest-certificate-missing")]
    public async Task The_check_of_a_bound_token_is_named_whichever_way_it_fails(string name)
    {
        CommandRun run = await CommandRun.OfAsync(
        [
            "explain", "request", Path.Combine(Folder, $"{name}.event.json"),
            "--config", Path.Combine(Folder, $"{name}.config.json"), "--json",
        ]);

        Assert.Equal("cnf", JsonElement.Parse(run.Data).GetProperty("checks").GetProperty("failed").GetString());
    }
}
