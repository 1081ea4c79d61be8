using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>No word of a credential, wherever it stands in the event and whatever is said.</summary>
public sealed class ExplainSecrecyTests : IDisposable
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => ExplainTests.Names;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_part_of_an_events_token_is_shown(string name)
    {
        string own = Path.Combine(The.TokenEvents, $"{name}.config.json");
        string[] call = ["token", The.Event(name), .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()];
        string[] parts = [.. (await File.ReadAllTextAsync(The.Event(name))).Split('"')
            .Where(text => text.Contains("eyJ", StringComparison.Ordinal))
            .SelectMany(text => text.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length >= 10)];

        foreach (string[] options in (string[][])[[], ["--json"]])
        {
            CommandRun run = await CommandRun.OfAsync(["explain", .. call, .. options]);

            Assert.All(parts, part => Assert.DoesNotContain(part, run.Data + run.Talk));
        }
    }

    [Theory]
    [InlineData("Bearer XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("XqI7vBPa5W0t J2xkT9sLrE4c")]
    [InlineData("session=XqI7vBPa5W0tJ2xkT9sLrE4c; theme=dark")]
    [InlineData("Basic WHFJN3ZCUGE6NVcwdA==")]
    [InlineData("XqI7 vBPa5W0tJ2xkT9sLrE4c")]
    public async Task Nor_is_one_that_is_no_jwt(string value)
    {
        string json = $$"""{"type":"TOKEN","authorizationToken":"{{value}}","methodArn":"{{Arn}}" }""";

        foreach (CommandRun run in await RunsAsync(json))
        {
            Assert.DoesNotContain("XqI7", run.Data + run.Talk);
            Assert.DoesNotContain("J2xk", run.Data + run.Talk);
            Assert.DoesNotContain("WHFJ", run.Data + run.Talk);
            Assert.Contains($"{value.Length}", run.Data);
        }
    }

    [Fact]
    public async Task Nor_is_what_else_a_request_carries()
    {
        string json = $$$"""
            {"type":"REQUEST","methodArn":"{{{Arn}}}",
             "headers":{"Cookie":"session=XqI7vBPa5W0t","Authorization":"Bearer XqI7vBPa5W0t"},
             "queryStringParameters":{"access_token":"XqI7vBPa5W0t"},"requestContext":{"identity":{"sourceIp":"203.0.113.9"} } }
            """;

        foreach (CommandRun run in await RunsAsync(json))
        {
            Assert.Equal(ExitCode.Failed, run.ExitCode);
            Assert.Contains("REQUEST of a REST API", run.Data);
            Assert.DoesNotContain("XqI7", run.Data + run.Talk);
        }
    }

    [Fact]
    public async Task What_an_event_says_cannot_move_the_cursor()
    {
        string json = $$"""
            {"type":"TOKEN","authorizationToken":"Bearer x","methodArn":"{{Arn}}\u001b[2J\u202Eé","routeKey":"\u001b[2J"}
            """;

        CommandRun run = (await RunsAsync(json))[0];

        Assert.Contains("/orders/42\\u001B[2J\\u202E\\u00E9", run.Data);
        Assert.DoesNotContain(run.Data, letter => letter is not ('\n' or (>= ' ' and <= '~')));
    }

    [Theory]
    [InlineData("{\"type\":\"TOKEN\"")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"\\ud800\",\"methodArn\":1}")]
    [InlineData("")]
    public async Task What_is_no_event_is_told_to_be_none(string json)
    {
        foreach (CommandRun run in await RunsAsync(json))
        {
            Assert.Equal(ExitCode.Failed, run.ExitCode);
            Assert.Contains("event_invalid", run.Data);
        }
    }

    [Theory]
    [InlineData("2.0", "REQUEST 2.0", "http")]
    [InlineData("1.0", "REQUEST 1.0", "http")]
    [InlineData("", "REQUEST of a REST API", "rest")]
    public async Task The_format_of_an_event_tells_the_kind_of_api(string version, string format, string api)
    {
        CommandRun run = (await RunsAsync($$"""{"type":"REQUEST","version":"{{version}}","routeArn":"{{Arn}}"}"""))[1];
        JsonElement told = JsonElement.Parse(run.Data);

        Assert.Equal(format, told.GetProperty("event").GetProperty("format").GetString());
        Assert.Equal(Arn, told.GetProperty("event").GetProperty("methodArn").GetString());
        Assert.Equal(api, told.GetProperty("client").GetProperty("api").GetString());
    }

    private async Task<CommandRun[]> RunsAsync(string json)
    {
        string file = _folder.Write("event.json", json);
        string[] call = ["explain", "token", file, "--config", The.Configuration];
        return [await CommandRun.OfAsync(call), await CommandRun.OfAsync([.. call, "--json"])];
    }
}
