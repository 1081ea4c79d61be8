using System.Text.Json;

namespace Authorizers.Cli.Tests.Tokens.Inspection;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();
    private readonly TestIssuer _other = new();

    public void Dispose()
    {
        _issuer.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_good_token_passes_every_check_and_has_a_principal()
    {
        JsonElement inspection = await ReadAsync(
            _issuer.Token(",\"scope\":\"orders:read x\",\"groups\":[\"admins\"]"), ExitCode.Done);

        Assert.True(inspection.GetProperty("valid").GetBoolean());
        Assert.All(Outcomes(inspection), outcome => Assert.EndsWith(" passed", outcome));
        Assert.Equal(
            "alice [\"orders:read\",\"x\"] [\"admins\"]",
            $"{inspection.GetProperty("principal")} {inspection.GetProperty("scopes")} {inspection.GetProperty("groups")}");
    }

    [Fact]
    public async Task The_first_check_that_fails_is_the_reason_and_the_later_ones_are_told_apart()
    {
        JsonElement inspection = await ReadAsync(_issuer.Sign($$"""
            {"iss":"{{TestIssuer.Name}}","aud":"bills","exp":1,"nbf":4102444800,"cnf":{} }
            """));

        Assert.Equal("token_expired exp", $"{inspection.GetProperty("code")} {inspection.GetProperty("claim")}");
        Assert.Equal(
            [
                "credential passed", "size passed", "shape passed", "header passed", "claims passed", "issuer passed",
                "algorithm passed", "key passed", "signature passed",
                "exp failed token_expired exp", "nbf alsoFails token_not_yet_valid nbf", "iat passed",
                "aud alsoFails audience_mismatch aud orders-api", "client passed", "typ passed", "use passed",
                "required claims passed", "cnf alsoFails binding_missing cnf", "principal alsoFails claim_missing sub",
            ],
            Outcomes(inspection));
        Assert.Equal(JsonValueKind.Null, inspection.GetProperty("principal").ValueKind);
    }

    [Theory]
    [InlineData("""{"alg":"ES256","kid":"another"}""", "key failed key_unknown")]
    [InlineData("""{"alg":"RS256","kid":"k"}""", "key failed key_unsuitable")]
    [InlineData("""{"alg":"ES512","kid":"k"}""", "algorithm failed algorithm_not_allowed RS256 PS256 ES256")]
    [InlineData("""{"alg":"HS256"}""", "header failed algorithm_not_allowed")]
    [InlineData("""{"alg":"ES256","zip":"DEF"}""", "header failed token_compressed")]
    [InlineData("[]", "header failed header_malformed")]
    public async Task What_comes_after_a_failure_before_the_signature_is_not_reached(string header, string failed)
    {
        JsonElement inspection = await ReadAsync(_issuer.Sign($$"""{"iss":"{{TestIssuer.Name}}"}""", header));

        string[] outcomes = [.. Outcomes(inspection)];
        int at = Array.IndexOf(outcomes, failed);
        Assert.All(outcomes[..at], outcome => Assert.EndsWith(" passed", outcome));
        Assert.All(outcomes[(at + 1)..], outcome => Assert.EndsWith(" notReached", outcome));
    }

    [Fact]
    public async Task A_forged_token_is_held_against_nothing_but_its_signature() =>
        Assert.Equal(
            ["signature failed signature_invalid", "exp notReached"],
            Outcomes(await ReadAsync(_other.Token(",\"exp2\":1"))).Skip(8).Take(2));

    [Fact]
    public async Task An_issuer_that_is_misspelt_is_shown_the_spellings_that_are_not()
    {
        JsonElement inspection = await ReadAsync(_issuer.Sign("""{"iss":"https://issuer.test"}"""));

        Assert.Contains("issuer failed issuer_unknown iss https://issuer.test/", Outcomes(inspection));
    }

    [Fact]
    public async Task An_issuer_out_of_reach_fails_the_key_and_is_explained()
    {
        string configuration = _folder.Write("down.json", $$"""
            {
              "issuers": [{
                "issuer": "{{TestIssuer.Name}}", "jwksUri": "http://127.0.0.1:1/keys", "allowHttp": true, "anyAudience": true
              }],
              "routes": [{ "route": "GET /orders" }]
            }
            """);

        CommandRun run = await CommandRun.WithInputAsync(
            _issuer.Token(), "token", "inspect", "--config", configuration, "--json");

        Assert.Contains("key failed issuer_unreachable", Outcomes(JsonElement.Parse(run.Data)));
        Assert.StartsWith("issuer_unreachable: ", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_agrees_with_verify_on_each_token_of_the_events()
    {
        foreach (string file in Directory.EnumerateFiles(The.TokenEvents, "*.event.json"))
        {
            if (Token(file) is not { Length: > 0 } token)
            {
                continue;
            }

            string[] options = ["--config", The.Configuration];
            CommandRun inspect = await CommandRun.WithInputAsync(token, ["token", "inspect", "--json", .. options]);
            CommandRun verify = await CommandRun.WithInputAsync(token, ["token", "verify", .. options]);

            Assert.Equal((file, verify.ExitCode, Verdict(verify)), (file, inspect.ExitCode, Verdict(inspect)));
        }
    }

    [Fact]
    public async Task Neither_the_token_nor_its_signature_is_shown()
    {
        foreach (string token in (string[])[_issuer.Token(), _other.Token(), $"{_issuer.Token()}="])
        {
            foreach (string[] options in (string[][])[[], ["--json"]])
            {
                CommandRun run = await InspectAsync(token, options);

                Assert.All(token.Split('.'), part => Assert.DoesNotContain(part, run.Data + run.Talk));
            }
        }
    }

    [Fact]
    public async Task What_could_deceive_the_eye_is_shown_as_an_escape()
    {
        CommandRun run = await InspectAsync(
            _issuer.Sign("""{"iss":"https://\u0456ssuer.test/","\u202Eevil":"\u001b[2J\u009b é"}"""));

        Assert.All(["https://\\u0456ssuer.test/", "\\u202Eevil", "[2J\\u009B \\u00E9"], text => Assert.Contains(text, run.Data));
        Assert.DoesNotContain(run.Data, letter => letter is not ('\n' or (>= ' ' and <= '~')));
    }

    [Fact]
    public async Task Times_that_are_none_are_said_to_be_none()
    {
        CommandRun run = await InspectAsync(_issuer.Sign("""{"iat":"now","nbf":-1,"exp":1e400,"auth_time":1795175940.5}"""));

        Assert.Contains(
            "  iat        not a date\n  auth_time  2026-11-20T11:59:00Z  59 seconds ago\n"
            + "  nbf        not a date\n  exp        not a date\n",
            run.Data);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("\0")]
    [InlineData("é.é.é")]
    [InlineData("bnVsbA.bnVsbA.x")]
    public async Task What_is_no_token_is_shown_as_far_as_it_goes(string line)
    {
        CommandRun run = await InspectAsync(line);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Talk));
        Assert.StartsWith("Header\n  cannot be read", run.Data, StringComparison.Ordinal);
        Assert.Matches("\nNot valid: (credential|token)_malformed\n$", run.Data);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_too_large() =>
        Assert.Contains("\nNot valid: token_too_large\n", (await InspectAsync(new string('a', 70_000))).Data);

    [Fact]
    public async Task Decoding_alone_checks_nothing_and_needs_no_configuration()
    {
        CommandRun run = await CommandRun.WithInputAsync(_other.Token(), "token", "inspect", "--decode-only");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.Contains("Claims, which nothing vouches for\n  iss  \"https://issuer.test/\"\n", run.Data);
        Assert.DoesNotContain("alid", run.Data);
        Assert.DoesNotContain("Checks", run.Data);
    }

    [Theory]
    [InlineData("opaque", ExitCode.Failed)]
    [InlineData("e30.e30.x", ExitCode.Done)]
    public async Task Decoding_alone_fails_when_there_is_nothing_to_show(string line, int exitCode)
    {
        CommandRun run = await CommandRun.WithInputAsync(line, "token", "inspect", "--decode-only", "--json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.False(JsonElement.Parse(run.Data).TryGetProperty("valid", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    [InlineData("a.b.c\na.b.c\n")]
    public async Task It_takes_one_token(string input) =>
        (await InspectAsync(input)).RefusedWith("Give one token on standard input; token verify takes many.");

    [Fact]
    public async Task Blank_lines_around_the_token_do_not_matter() =>
        Assert.Equal(ExitCode.Done, (await InspectAsync($"\n\r\n  Bearer {_issuer.Token()}\r\n\n")).ExitCode);

    [Fact]
    public async Task A_token_on_the_command_line_is_refused_and_not_repeated()
    {
        CommandRun run = await CommandRun.OfAsync("token", "inspect", _issuer.Token());

        run.RefusedWith("Tokens are read from standard input, never from the command line");
        Assert.DoesNotContain("eyJ", run.Talk);
    }

    [Fact]
    public async Task A_configuration_and_decoding_alone_exclude_each_other() =>
        (await CommandRun.OfAsync("token", "inspect", "--decode-only", "--config", The.Configuration))
            .RefusedWith("--config and --decode-only exclude each other.");

    [Fact]
    public async Task The_problems_of_a_configuration_are_said() => (await CommandRun.WithInputAsync(
        _issuer.Token(), "token", "inspect", "--config", _folder.Write("bad.json", "{}"))).RefusedWith("$.routes: is missing");

    /// <summary>Check, outcome, code, claim and what is accepted, as far as they are there.</summary>
    private static IEnumerable<string> Outcomes(JsonElement inspection) =>
        from check in inspection.GetProperty("checks").EnumerateArray()
        let texts = check.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
            .Select(member => member.Value.GetString())
        let accepted = check.GetProperty("accepted").EnumerateArray().Select(item => item.GetString())
        select string.Join(' ', texts.Concat(accepted));

    private static string Verdict(CommandRun run)
    {
        JsonElement answer = JsonElement.Parse(run.Data);
        string Text(string name) => answer.TryGetProperty(name, out JsonElement value) ? $"{value}" : "";
        return $"{Text("valid")} {Text("code")} {Text("claim")} {Text("principal")}";
    }

    private static string? Token(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllText(file)).GetProperty("authorizationToken").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private Task<CommandRun> InspectAsync(string input, params string[] options) => CommandRun.WithInputAsync(
        input, ["token", "inspect", "--config", _issuer.WriteConfiguration(_folder), .. options]);

    private async Task<JsonElement> ReadAsync(string token, int exitCode = ExitCode.Failed)
    {
        CommandRun run = await InspectAsync(token, "--json");
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Talk));
        return JsonElement.Parse(run.Data);
    }
}
