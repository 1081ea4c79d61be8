using System.Text.Json;

namespace Authorizers.Cli.Tests.Policies;

public sealed class BuildTests : IDisposable
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42";

    private const string Table = """
        {
          "issuers": [{ "issuer": "https://issuer.example/", "jwksFile": "not-there.json", "audiences": ["a"] }],
          "routes": [
            { "route": "GET /health", "anyone": true },
            { "route": "GET /a/{x}", "scopes": ["read"] },
            { "route": "GET /a/{x}/b/{y}", "scopes": ["write"] },
            { "route": "GET /a/{x}/b/{y}/c/{z}", "scopes": ["read"] },
            { "route": "GET /groups", "groups": ["admins"] },
            { "route": "GET /claims", "claims": { "tenant": ["blue"], "/org/level": [7] } },
            { "route": "GET /office", "when": { "context.identity.sourceIp": { "cidr": "203.0.113.0/24" } } }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET/health")]
    [InlineData("GET/health", "--anonymous")]
    [InlineData("GET/a/?* GET/health", "--scopes", "write,read")]
    [InlineData("GET/a/?* GET/health", "--scopes", "write", "--scopes", "read")]
    [InlineData("GET/groups GET/health", "--groups", "clerks,admins")]
    [InlineData("GET/groups GET/health", "--groups", "admins", "--scopes", "read,write", "--routes", "GET /groups")]
    [InlineData("GET/health", "--scopes", "write", "--routes", "GET /groups,GET /a/{x}")]
    [InlineData(
        "GET/a/?* GET/health", "--scopes", "read,write", "--routes", "GET /a/{x}",
        "--routes", "GET /a/{x}/b/{y}, GET /a/{x}/b/{y}/c/{z}")]
    [InlineData("GET/claims GET/health", "--claims", "tenant=blue", "--claims", "/org/level=7")]
    [InlineData("GET/health", "--claims", "tenant=blue")]
    [InlineData("GET/health GET/office", "--value", "context.identity.sourceIp=203.0.113.9")]
    [InlineData("GET/health", "--value", "context.identity.sourceIp=198.51.100.1")]
    public async Task The_policy_of_a_caller_stands_alone_on_one_line(string granted, params string[] caller)
    {
        CommandRun run = await BuildAsync(Table, caller);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        using var policy = JsonDocument.Parse(run.Data);
        Assert.Equal(
            granted,
            string.Join(' ', policy.RootElement.GetProperty("Statement")[0].GetProperty("Resource").EnumerateArray()
                .Select(resource => resource.GetString()!.Split("/prod/")[1]).Order(StringComparer.Ordinal)));
        Assert.EndsWith("}\n", run.Data);
    }

    [Fact]
    public async Task Routes_that_clash_for_the_caller_are_named_with_the_refused_one_between()
    {
        CommandRun run = await BuildAsync(Table, "--scopes", "read");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(
            """{"code":"policy_inexpressible","routes":["GET /a/{x}","GET /a/{x}/b/{y}","GET /a/{x}/b/{y}/c/{z}"]}""" + "\n", run.Data);
        Assert.Equal(
            "No policy can grant \"GET /a/{x}\" and \"GET /a/{x}/b/{y}/c/{z}\" and refuse \"GET /a/{x}/b/{y}\": what refuses it "
            + "refuses calls of \"GET /a/{x}/b/{y}/c/{z}\" too.\n",
            run.Talk);
    }

    [Fact]
    public async Task A_key_without_the_route_between_clashes_as_a_caller_without_its_rights_would()
    {
        CommandRun limited = await BuildAsync(
            Table, "--scopes", "read,write", "--routes", "GET /a/{x},GET /a/{x}/b/{y}/c/{z}");

        Assert.Equal(await BuildAsync(Table, "--scopes", "read"), limited);
        Assert.Equal(ExitCode.Failed, limited.ExitCode);
    }

    [Fact]
    public async Task A_caller_who_may_call_nothing_gets_a_policy_that_refuses_all()
    {
        CommandRun run = await BuildAsync(Table.Replace("\"anyone\": true", "\"scopes\": [\"health\"]"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["execute-api:Invoke"],"Resource":["arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/*"]}]}"""
            + "\n",
            run.Data);
    }

    [Fact]
    public async Task A_policy_over_the_limit_is_a_failure_with_its_size()
    {
        string routes = JsonSerializer.Serialize(Enumerable.Range(0, 100).Select(index => new { route = $"ANY /resource-{index}" }));

        CommandRun run = await BuildAsync($$"""
            { "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["a"] }], "routes": {{routes}} }
            """);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Matches("""\A\{"code":"policy_too_large","bytes":\d{5}\}\n\z""", run.Data);
    }

    [Theory]
    [InlineData("--claims takes CLAIM=VALUE.", "--claims", "tenant")]
    [InlineData("--value takes KEY=VALUE", "--value", "sourceIp=1.2.3.4")]
    [InlineData("--anonymous is a caller without rights", "--anonymous", "--scopes", "read")]
    [InlineData("--anonymous is a caller without rights", "--anonymous", "--routes", "GET /groups")]
    [InlineData("--routes: \"GET /a/{y}\" is not written so in the routes", "--routes", "GET /groups,GET /a/{y}")]
    [InlineData("--routes: \"GET /b\" is not written so in the routes", "--routes", "GET /b")]
    [InlineData("--routes: \"\" must be a method", "--routes", "")]
    public async Task What_cannot_be_meant_is_bad_usage(string problem, params string[] caller)
    {
        CommandRun run = await BuildAsync(Table, caller);

        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Data));
        Assert.Contains(problem, run.Talk);
    }

    [Fact]
    public async Task Problems_of_the_configuration_are_bad_usage()
    {
        CommandRun run = await BuildAsync("""{ "routes": [{ "route": "orders and more" }] }""");

        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Data));
        Assert.Contains("$.routes[0].route: ", run.Talk);
        Assert.Contains("$.issuers: is missing", run.Talk);
    }

    private Task<CommandRun> BuildAsync(string configuration, params string[] caller) => CommandRun.OfAsync(
        ["policy", "build", "--config", _folder.Write("authorizer.json", configuration), "--method-arn", Arn, .. caller]);
}
