using System.Text.Json;

namespace Authorizers.Cli.Tests.Invoke;

public sealed class InvokeTests
{
    private const string Unauthorized = "{\"errorType\":\"Unauthorized\",\"errorMessage\":\"Unauthorized\"}\n";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(The.TokenEvents, "*.event.json").Select(file => Path.GetFileName(file).Split('.')[0])];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Invoke_prints_what_is_filed_beside_the_event_and_says_one_record(string name)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_EVENTS") == "1", "The responses are being written.");
        string configuration = Path.Combine(The.TokenEvents, $"{name}.config.json");
        string[] options = File.Exists(configuration) ? ["--config", configuration] : [];
        string filed = await File.ReadAllTextAsync(Path.Combine(The.TokenEvents, $"{name}.response.json"));
        bool fails = filed.StartsWith("{\"errorType\"", StringComparison.Ordinal);

        CommandRun run = await CommandRun.OfAsync(["invoke", "token", The.Event(name), .. options]);

        Assert.Equal(filed, run.Data);
        Assert.Equal(fails ? ExitCode.Failed : ExitCode.Done, run.ExitCode);
        Assert.Equal("token", JsonElement.Parse(Assert.Single(run.Lines)).GetProperty("function").GetString());
    }

    [Fact]
    public async Task A_401_is_a_failure_and_its_error_is_data()
    {
        CommandRun run = await CommandRun.OfAsync("invoke", "token", The.Event("expired"));

        Assert.Equal((ExitCode.Failed, Unauthorized), (run.ExitCode, run.Data));
        Assert.Equal("token_expired", JsonElement.Parse(Assert.Single(run.Lines)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_deny_is_an_answer()
    {
        using var folder = new TemporaryFolder();
        string configuration = folder.WriteConfiguration("deny.json", "deny");

        CommandRun run = await CommandRun.OfAsync("invoke", "token", The.NoBearer, "--config", configuration);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.EndsWith("\"context\":{\"reason\":\"credential_missing\"}}\n", run.Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer x")]
    [InlineData("[]")]
    [InlineData("\"TOKEN\"")]
    public async Task An_event_that_is_no_json_object_is_a_failure_of_the_function(string text)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("event.json", text);

        CommandRun run = await CommandRun.OfAsync("invoke", "token", file, "--config", The.Configuration);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("InvalidEvent", JsonElement.Parse(run.Data).GetProperty("errorType").GetString());
        Assert.StartsWith("event_invalid: ", JsonElement.Parse(run.Data).GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_issuer_out_of_reach_is_a_failure_and_no_401()
    {
        using var folder = new TemporaryFolder();
        string configuration = folder.Write("authorizer.json", """
            {
              "issuers": [{
                "issuer": "https://issuer.example/", "jwksUri": "http://127.0.0.1:1/keys", "allowHttp": true, "anyAudience": true
              }],
              "routes": [{ "route": "GET /orders/{id}" }]
            }
            """);

        CommandRun run = await CommandRun.OfAsync("invoke", "token", The.Allowed, "--config", configuration);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("Outage", JsonElement.Parse(run.Data).GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_refused()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = await CommandRun.OfAsync("invoke", "token", folder.FullName, "--config", The.Configuration);

        run.RefusedWith($"{folder.FullName} cannot be read.");
    }
}
