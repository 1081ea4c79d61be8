using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A configuration that cannot be used: INIT fails, says all that is wrong, twice, and the process ends.</summary>
public sealed class ConfigurationProblemTests(PublishedBinaries binaries)
{
    [Fact]
    public async Task Five_mistakes_are_reported_together_with_their_paths()
    {
        using var file = new TemporaryFile("""
            {
              "issuers": [
                { "issuer": "http://issuer.example/", "audiences": [], "algorithms": ["HS256"], "audience": "orders-api" }
              ],
              "routes": [{ "route": "GET orders" }]
            }
            """);
        IReadOnlyList<string> problems = await ProblemsAsync(file.Path);
        Assert.Equal(
            [
                "$.issuers[0].algorithms[0]",
                "$.issuers[0].audience",
                "$.issuers[0].audiences",
                "$.issuers[0].issuer",
                "$.routes[0].route",
            ],
            problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        string missing = Path.Combine((await binaries.TokenAsync()).Folder, "missing.json");
        Assert.Equal([$"$: there is no file {missing}"], await ProblemsAsync(missing));
    }

    [Fact]
    public async Task Text_that_is_not_JSON_is_located()
    {
        using var file = new TemporaryFile("{\n  \"issuers\": [}\n}");
        Assert.Equal([$"$: is not JSON: line 2, byte 15 of {file.Path}"], await ProblemsAsync(file.Path));
    }

    [Fact]
    public async Task Variables_that_are_not_set_are_named_and_the_file_beside_the_executable_is_the_default()
    {
        IReadOnlyList<string> problems = await ProblemsAsync(new Dictionary<string, string>());
        Assert.Contains("$.issuers[0].audiences[0]: needs ${AUDIENCE}, which is not set", problems);
        Assert.Contains("$.issuers[0].issuer: needs ${ISSUER}, which is not set", problems);
    }

    [Fact]
    public async Task A_value_from_the_environment_is_never_part_of_a_problem()
    {
        IReadOnlyList<string> problems = await ProblemsAsync(new Dictionary<string, string>
        {
            ["ISSUER"] = "not-an-address",
            ["AUDIENCE"] = "orders-api",
            ["TOKEN_HEADER"] = "Authorization",
            ["RESULT_TTL"] = "300",
        });
        Assert.StartsWith("$.issuers[0].issuer: ", Assert.Single(problems), StringComparison.Ordinal);
        Assert.DoesNotContain("not-an-address", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WebSocket_authorizer_that_reads_cookies_must_know_its_pages()
    {
        using var file = new TemporaryFile("""
            {
              "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["orders-api"] }],
              "bearer": { "sources": ["cookie.session"] },
              "routes": [{ "route": "$connect" }]
            }
            """);
        Assert.Equal(
            ["$.bearer.sources[0]: needs webSocket.origins: a browser sends cookies along whichever page connects"],
            await ProblemsAsync(new Dictionary<string, string> { ["AUTHORIZER_CONFIG"] = file.Path }, "websocket"));
    }

    [Fact]
    public async Task A_WebSocket_authorizer_takes_no_tickets_of_a_file_in_Lambda()
    {
        var variables = new Dictionary<string, string>
        {
            ["AUTHORIZER_CONFIG"] = Repository.PathOf("events/websocket/authorizer.json"),
            ["LAMBDA_TASK_ROOT"] = "/var/task",
        };
        string problem = Assert.Single(await ProblemsAsync(variables, "websocket"));
        Assert.StartsWith("$.ticket.ticketsFile: is for work on one machine", problem, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> ProblemsAsync(string configuration) =>
        ProblemsAsync(new Dictionary<string, string> { ["AUTHORIZER_CONFIG"] = configuration });

    /// <summary>Of every bad configuration the Runtime API and the log are told the same, and the exit code is not 0.</summary>
    private async Task<IReadOnlyList<string>> ProblemsAsync(
        IReadOnlyDictionary<string, string> variables, string name = "token")
    {
        await using RunningFunction function = await RunningFunction.StartAsync(await binaries.FunctionAsync(name), variables);
        InvocationAnswer answer = await function.InvokeAsync(The.Event("allowed"));
        Assert.Equal("Runtime.ConfigurationInvalid", answer.ErrorHeader);
        Assert.Equal("ConfigurationInvalid", answer.Error!.Type);
        Assert.NotEqual(0, await function.ExitCodeAsync());

        string log = (await function.StopAsync()).Errors;
        Assert.Equal($"configuration_invalid: {log.TrimEnd()}", answer.Error.Message);
        return log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
