using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>The events of the WebSocket authorizer: what explain tells is what invoke prints.</summary>
public sealed class ExplainHandshakeTests
{
    public static TheoryData<string> Names => [.. HandshakeCall.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_agrees_with_what_invoke_prints(string name)
    {
        CommandRun invoked = await CommandRun.OfAsync(["invoke", .. HandshakeCall.Arguments(name)]);
        JsonElement record = JsonElement.Parse(invoked.Lines.Single(line => line.Contains("\"outcome\"")));
        (string outcome, string code) = ($"{record.GetProperty("outcome")}", $"{record.GetProperty("code")}");

        JsonElement told = await HandshakeCall.ExplainAsync(name);

        JsonElement decision = told.GetProperty("decision");
        Assert.Equal($"{outcome} {code}", $"{decision.GetProperty("outcome")} {decision.GetProperty("code")}");
        Assert.Equal(outcome == "allowed", told.GetProperty("client").GetProperty("status").GetInt32() == 101);
        Assert.Equal(outcome == "allowed", told.GetProperty("session").ValueKind == JsonValueKind.Object);
        Assert.Equal(
            code switch { "route_not_connect" or "event_invalid" => "", "origin_not_allowed" => "False", _ => "True" },
            told.GetProperty("origin") is { ValueKind: JsonValueKind.Object } origin ? $"{origin.GetProperty("allowed")}" : "");
        Assert.Equal(
            code is "event_invalid" or "route_not_connect", told.GetProperty("checks").ValueKind == JsonValueKind.Null);
        if (outcome == "unauthenticated")
        {
            Assert.Equal(code, $"{told.GetProperty("checks").GetProperty("code")}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_part_of_a_credential_is_shown(string name)
    {
        string[] secrets =
        [
            .. (await File.ReadAllTextAsync(HandshakeCall.Event(name)))
                .Split(['"', ' ', ',', ';', '=', '.'], StringSplitOptions.RemoveEmptyEntries)
                .Where(text => text.StartsWith("wst_", StringComparison.Ordinal)
                    || text.StartsWith("eyJ", StringComparison.Ordinal))
                .Select(text => text[4..12]),
        ];

        foreach (string[] options in (string[][])[[], ["--json"]])
        {
            CommandRun run = await CommandRun.OfAsync(["explain", .. HandshakeCall.Arguments(name), .. options]);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, run.Data + run.Talk));
        }
    }

    [Theory]
    [InlineData("ticket-allowed", "connect ticket query.ticket 36")]
    [InlineData("ticket-in-subprotocol", "connect ticket subprotocol.entry 36")]
    [InlineData("subprotocol-with-application", "bearer token subprotocol.bearer 602")]
    [InlineData("cookie-allowed", "bearer token cookie.session 602")]
    [InlineData("header-allowed", "bearer token header.Authorization 609")]
    [InlineData("query-on", "bearer token query.access_token 602")]
    [InlineData("ticket-twice", "connect ticket query.ticket 36, connect ticket query.ticket 36")]
    [InlineData("two-credentials", "bearer token subprotocol.bearer 602, connect ticket query.ticket 36")]
    [InlineData("header-missing", "")]
    public async Task What_was_found_where_is_named(string name, string found) =>
        Assert.Equal(found, string.Join(
            ", ",
            from each in (await HandshakeCall.ExplainAsync(name)).GetProperty("credentials").EnumerateArray()
            select $"{each.GetProperty("kind")} {each.GetProperty("source")} {each.GetProperty("length")}"));

    [Theory]
    [InlineData("origin-other-port", "origin origin_not_allowed")]
    [InlineData("origin-twice", "origin origin_not_allowed")]
    [InlineData("header-origin-not-allowed", "origin origin_not_allowed")]
    [InlineData("ticket-unknown", "ticket ticket_not_found")]
    [InlineData("ticket-expired", "ticket ticket_expired")]
    [InlineData("ticket-expired-denied", "ticket ticket_expired")]
    [InlineData("ticket-other-origin", "ticket ticket_origin")]
    [InlineData("ticket-other-address", "ticket ticket_address")]
    [InlineData("header-missing", "credential credential_missing")]
    [InlineData("ticket-malformed", "credential credential_malformed")]
    [InlineData("ticket-twice", "credential credential_repeated")]
    [InlineData("two-credentials", "credential credential_repeated")]
    [InlineData("header-expired", "exp token_expired")]
    [InlineData("subprotocol-expired", "exp token_expired")]
    public async Task The_check_that_decided_is_named(string name, string check)
    {
        JsonElement checks = (await HandshakeCall.ExplainAsync(name)).GetProperty("checks");

        Assert.Equal(check, $"{checks.GetProperty("failed")} {checks.GetProperty("code")}");
        Assert.False(checks.GetProperty("allHold").GetBoolean());
    }

    [Theory]
    [InlineData("ticket-not-granted", "not_granted")]
    [InlineData("ticket-context-too-large", "context_too_large")]
    [InlineData("header-not-granted", "not_granted")]
    public async Task A_credential_that_is_good_and_not_enough_has_passed_all_checks(string name, string code)
    {
        JsonElement told = await HandshakeCall.ExplainAsync(name);

        Assert.True(told.GetProperty("checks").GetProperty("allHold").GetBoolean());
        Assert.Equal(code, $"{told.GetProperty("decision").GetProperty("code")}");
    }

    [Theory]
    [InlineData("ticket-allowed", """{"exp":4102444800,"connectionId":"L0SM9cOFvHcCIhw=","subprotocol":null}""")]
    [InlineData(
        "subprotocol-with-application",
        """{"exp":4102444800,"connectionId":"L0SM9cOFvHcCIhw=","subprotocol":"orders.v1"}""")]
    [InlineData("ticket-unknown", "null")]
    [InlineData("ticket-not-granted", "null")]
    public async Task What_the_backend_is_told_of_the_connection_is_told(string name, string session) =>
        Assert.Equal(session, JsonSerializer.Serialize((await HandshakeCall.ExplainAsync(name)).GetProperty("session")));

    [Fact]
    public async Task A_subprotocol_in_which_a_credential_may_stand_is_not_shown()
    {
        const string Opaque = "q7Kd02mVx9LtB4sHnR6y";
        using var folder = new TemporaryFolder();
        string offered = await File.ReadAllTextAsync(HandshakeCall.Event("subprotocol-with-application"));
        string file = folder.Write("offered.event.json", offered.Replace("orders.v1", Opaque, StringComparison.Ordinal));

        CommandRun told = await CommandRun.OfAsync(
            "explain", "websocket", file, "--config", Path.Combine(The.RepositoryRoot, "events", "websocket", "authorizer.json"));

        Assert.Contains("not shown: there may be a credential in it", told.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Opaque, told.Data + told.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket-allowed", 101, "the connection is open, unless the backend of $connect refuses it")]
    [InlineData("ticket-unknown", 401, "a page in a browser sees close code 1006, and neither status nor body")]
    [InlineData("ticket-other-origin", 403, "a page in a browser sees close code 1006, and neither status nor body")]
    public async Task What_a_page_sees_of_the_answer_is_told(string name, int status, string note)
    {
        JsonElement client = (await HandshakeCall.ExplainAsync(name)).GetProperty("client");

        Assert.Equal(status, client.GetProperty("status").GetInt32());
        Assert.EndsWith(note, client.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket-allowed", 2)]
    [InlineData("ticket-unknown", 1)]
    [InlineData("ticket-other-origin", 1)]
    public async Task Nothing_is_kept_and_what_is_granted_lasts_as_long_as_the_connection(string name, int remarks)
    {
        JsonElement copy = (await HandshakeCall.ExplainAsync(name)).GetProperty("cachedCopy");

        string[] said = [.. copy.GetProperty("remarks").EnumerateArray().Select(remark => $"{remark}")];
        Assert.False(copy.GetProperty("kept").GetBoolean());
        Assert.Equal("WebSocket APIs keep no answer: the function is asked at each connect.", said[0]);
        Assert.All(said[1..], remark => Assert.StartsWith("What is granted lasts as long as the connection", remark));
        Assert.Equal(remarks, said.Length);
    }

    [Theory]
    [InlineData("ticket-allowed", "REQUEST of a WebSocket API", "websocket")]
    [InlineData("route-message", "REQUEST of a WebSocket API", "websocket")]
    [InlineData("route-disconnect", "REQUEST of a WebSocket API", "websocket")]
    [InlineData("route-rest", "REQUEST of a REST API", "rest")]
    public async Task Every_event_of_a_websocket_api_is_known_for_one(string name, string format, string api)
    {
        JsonElement told = await HandshakeCall.ExplainAsync(name);

        Assert.Equal(format, told.GetProperty("event").GetProperty("format").GetString());
        Assert.Equal(api, told.GetProperty("client").GetProperty("api").GetString());
    }

    [Fact]
    public async Task What_handshakes_alone_have_is_null_for_every_other_call()
    {
        CommandRun run = await CommandRun.OfAsync("explain", "token", The.Allowed, "--json");

        JsonElement told = JsonElement.Parse(run.Data);
        Assert.All(
            [told.GetProperty("origin"), told.GetProperty("session"), told.GetProperty("client").GetProperty("note")],
            member => Assert.Equal(JsonValueKind.Null, member.ValueKind));
    }
}
