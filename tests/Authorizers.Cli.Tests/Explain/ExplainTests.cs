using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

public sealed class ExplainTests : IDisposable
{
    private const string OnlyFromOffice = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"},
          {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*",
           "Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names =>
        [.. from file in Directory.EnumerateFiles(The.TokenEvents, "*.event.json") select Path.GetFileName(file).Split('.')[0]];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_agrees_with_what_invoke_prints(string name)
    {
        string own = Path.Combine(The.TokenEvents, $"{name}.config.json");
        string[] call = ["token", The.Event(name), .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()];
        CommandRun invoked = await CommandRun.OfAsync(["invoke", .. call]);
        JsonElement record = JsonElement.Parse(invoked.Lines.Single(line => line.Contains("\"outcome\"")));
        bool unauthorized = invoked.Data.StartsWith("""{"errorType":"Unauthorized",""", StringComparison.Ordinal);

        CommandRun run = await CommandRun.OfAsync(["explain", .. call, "--json"]);
        JsonElement told = JsonElement.Parse(run.Data);

        Assert.Equal(unauthorized ? ExitCode.Done : invoked.ExitCode, run.ExitCode);
        Assert.Equal(
            $"{record.GetProperty("outcome")} {record.GetProperty("code")} {record.GetProperty("claim")}",
            $"{Of(told, "decision", "outcome")} {Of(told, "decision", "code")} {Of(told, "decision", "claim")}");
        int status = unauthorized ? 401
            : invoked.ExitCode == ExitCode.Failed ? 500
            : $"{record.GetProperty("outcome")}" == "allowed" ? 200
            : 403;
        Assert.Equal(status, Of(told, "client", "status").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_policy_for_a_principal_does_for_all_routes(string name)
    {
        JsonElement told = await ReadAsync(name);

        if (Of(told, "decision", "principal").GetString() is not (null or "anonymous"))
        {
            Assert.True(Of(told, "cachedCopy", "alike").GetBoolean());
            Assert.True(Of(told, "checks", "allHold").GetBoolean());
        }
    }

    [Theory]
    [InlineData("expired", "exp token_expired exp")]
    [InlineData("wrong-audience", "aud audience_mismatch aud")]
    [InlineData("tampered", "signature signature_invalid ")]
    [InlineData("unknown-key", "key key_unknown ")]
    [InlineData("no-bearer", "credential credential_missing ")]
    [InlineData("two-tokens", "credential credential_repeated ")]
    [InlineData("empty-token", "credential credential_missing ")]
    [InlineData("token-without-scheme", "credential credential_malformed ")]
    [InlineData("anyone-with-expired-token", "exp token_expired exp")]
    [InlineData("deny-expired", "exp token_expired exp")]
    public async Task The_check_that_decided_is_named_and_explained(string name, string check)
    {
        JsonElement checks = (await ReadAsync(name)).GetProperty("checks");

        Assert.Equal(
            check, $"{checks.GetProperty("failed")} {checks.GetProperty("code")} {checks.GetProperty("claim")}");
        Assert.False(checks.GetProperty("allHold").GetBoolean());
        Assert.NotEmpty(checks.GetProperty("meaning").GetString()!);
    }

    [Fact]
    public async Task A_401_is_not_kept()
    {
        JsonElement told = await ReadAsync("expired");

        Assert.Equal("""{"message":"Unauthorized"}""", Of(told, "client", "body").GetString());
        Assert.Equal(JsonValueKind.Null, Of(told, "client", "decision").ValueKind);
        Assert.False(Of(told, "cachedCopy", "kept").GetBoolean());
        Assert.Equal(0, Of(told, "cachedCopy", "routes").GetArrayLength());
    }

    [Fact]
    public async Task A_copy_that_refuses_in_other_words_is_told_from_a_fresh_answer()
    {
        JsonElement told = await ReadAsync("anyone-with-expired-token");

        Assert.False(Of(told, "cachedCopy", "alike").GetBoolean());
        Assert.Equal(
            [
                "GET / 401 403 refused either way, with another status",
                "GET /health 200 200 ",
                "GET /orders 401 403 refused either way, with another status",
            ],
            Rows(told).Take(3));
    }

    [Fact]
    public async Task A_deny_that_is_kept_refuses_what_anyone_may_call() => Assert.Equal(
        ["GET /health 200 403 the copy refuses what a fresh answer grants", "GET /orders/{id} 403 403 "],
        Rows(await ReadAsync("deny-expired")));

    [Fact]
    public async Task A_resource_policy_speaks_before_the_function()
    {
        string office = _folder.Write("resource.json", OnlyFromOffice);

        CommandRun outside = await ExplainAsync("expired", "--resource-policy", office, "--source-ip", "2001:db8::1", "--json");
        CommandRun inside = await ExplainAsync("expired", "--resource-policy", office, "--source-ip", "203.0.113.9", "--json");

        Assert.Equal("ExplicitDeny 403", Client(outside));
        Assert.Contains("User: anonymous", outside.Data);
        Assert.Equal(" 401", Client(inside));
    }

    [Fact]
    public async Task A_condition_key_that_nobody_gives_is_asked_for()
    {
        CommandRun run = await ExplainAsync("allowed", "--resource-policy", _folder.Write("resource.json", OnlyFromOffice));

        run.RefusedWith("asks for aws:SourceIp. Give it with --source-ip IP");
    }

    [Theory]
    [InlineData("192.0.2.1", "ExplicitDeny 403")]
    [InlineData("203.0.113.9", " 500")]
    public async Task The_address_is_taken_from_an_event_that_has_it(string address, string expected)
    {
        string file = _folder.Write("request.event.json", $$$"""
            {
              "type": "REQUEST", "requestContext": { "identity": { "sourceIp": "{{{address}}}" } },
              "methodArn": "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42"
            }
            """);
        string office = _folder.Write("resource.json", OnlyFromOffice);

        CommandRun run = await CommandRun.OfAsync(
            "explain", "token", file, "--config", The.Configuration, "--resource-policy", office, "--json");

        Assert.Equal(expected, Client(run));
    }

    [Fact]
    public async Task The_time_is_a_condition_key_that_nobody_need_give()
    {
        string resource = _folder.Write("resource.json", """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"execute-api:/*",
             "Condition":{
               "DateGreaterThan":{"aws:CurrentTime":"2026-11-20T11:59:59Z"},"NumericGreaterThan":{"aws:EpochTime":"1"}}}}
            """);

        Assert.Equal("ExplicitDeny 403", Client(await ExplainAsync("allowed", "--resource-policy", resource, "--json")));
        Assert.Equal("Allow 200", Client(await ExplainAsync(
            "allowed", "--resource-policy", resource, "--context", "AWS:currenttime=2000", "--json")));
    }

    [Theory]
    [InlineData("allowed", "http", "Allow 200")]
    [InlineData("expired", "http", " 500")]
    [InlineData("allowed", "websocket", "Allow 101")]
    [InlineData("expired", "websocket", " 401")]
    public async Task The_kind_of_api_decides_what_the_client_gets(string name, string api, string expected) =>
        Assert.Equal(expected, Client(await ExplainAsync(name, "--api", api, "--json")));

    [Fact]
    public async Task An_http_api_may_not_know_the_error_for_401_which_is_said() => Assert.Contains(
        "not documented that HTTP APIs know the error", (await ExplainAsync("expired", "--api", "http")).Data);

    [Fact]
    public async Task A_websocket_api_keeps_nothing() =>
        Assert.Contains("WebSocket APIs keep no answer", (await ExplainAsync("allowed", "--api", "websocket")).Data);

    [Fact]
    public async Task An_issuer_out_of_reach_is_a_failure_and_no_check_decides()
    {
        string configuration = _folder.Write("authorizer.json", """
            {
              "issuers": [{
                "issuer": "https://issuer.example/", "jwksUri": "http://127.0.0.1:1/keys", "allowHttp": true, "anyAudience": true
              }],
              "routes": [{ "route": "GET /orders/{id}" }]
            }
            """);

        CommandRun run = await CommandRun.OfAsync("explain", "token", The.Allowed, "--config", configuration, "--json");
        JsonElement told = JsonElement.Parse(run.Data);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("outage issuer_unreachable", $"{Of(told, "decision", "outcome")} {Of(told, "decision", "code")}");
        Assert.Equal(JsonValueKind.Null, told.GetProperty("checks").ValueKind);
        Assert.Equal(500, Of(told, "client", "status").GetInt32());
    }

    [Fact]
    public async Task A_configuration_that_will_not_do_is_refused() =>
        (await CommandRun.OfAsync("explain", "token", The.Allowed, "--config", _folder.Write("bad.json", "{}")))
            .RefusedWith("$.routes: is missing");

    [Fact]
    public async Task A_resource_policy_is_not_for_an_http_api() =>
        (await ExplainAsync("allowed", "--api", "http", "--cross-account")).RefusedWith("An HTTP API has no resource policy");

    private static JsonElement Of(JsonElement told, string part, string member) => told.GetProperty(part).GetProperty(member);

    private static string Client(CommandRun run)
    {
        JsonElement told = JsonElement.Parse(run.Data);
        return $"{Of(told, "client", "decision")} {Of(told, "client", "status")}";
    }

    private static IEnumerable<string> Rows(JsonElement told) =>
        from row in Of(told, "cachedCopy", "routes").EnumerateArray()
        select $"{row.GetProperty("route")} {row.GetProperty("fresh")} {row.GetProperty("cached")} {row.GetProperty("note")}";

    private static Task<CommandRun> ExplainAsync(string name, params string[] options)
    {
        string own = Path.Combine(The.TokenEvents, $"{name}.config.json");
        string[] config = File.Exists(own) ? ["--config", own] : [];
        return CommandRun.OfAsync(["explain", "token", The.Event(name), .. config, .. options]);
    }

    private static async Task<JsonElement> ReadAsync(string name) =>
        JsonElement.Parse((await ExplainAsync(name, "--json")).Data);
}
