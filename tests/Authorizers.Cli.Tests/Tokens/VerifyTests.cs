using System.Text;
using System.Text.Json;

namespace Authorizers.Cli.Tests.Tokens;

public sealed class VerifyTests : IDisposable
{
    private const string Missing = """{"valid":false,"code":"credential_missing","claim":null}""";
    private const string Down = "https://down.test/";

    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();

    public void Dispose()
    {
        _issuer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_good_token_is_valid_and_its_claims_are_printed_as_it_says_them()
    {
        string token = _issuer.Sign(
            """{ "iss":"https://issuer.test/", "sub":"alice", "aud":"orders-api", "exp":4.1024448e9, "n":1.0, "e":"\u00e9é<" }""");

        CommandRun run = await VerifyAsync($"{token}\n");

        Assert.Equal(
            new CommandRun(
                ExitCode.Done,
                """{"valid":true,"principal":"alice","claims":{ "iss":"https://issuer.test/", "sub":"alice","""
                + """ "aud":"orders-api", "exp":4.1024448e9, "n":1.0, "e":"\u00e9é<" }}""" + "\n",
                ""),
            run);
    }

    [Fact]
    public async Task Claims_that_are_written_over_several_lines_are_printed_on_one()
    {
        CommandRun run = await VerifyAsync(_issuer.Token(",\r\n\"text\":\r\n\"a\\nb\""));

        Assert.Contains(",  \"text\":  \"a\\nb\"}}\n", run.Data);
        JsonElement claims = JsonElement.Parse(Assert.Single(Answers(run))).GetProperty("claims");
        Assert.Equal("a\nb", claims.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_token_that_is_refused_has_a_code_and_the_claim_at_fault_and_is_a_failure() => Assert.Equal(
        new CommandRun(ExitCode.Failed, """{"valid":false,"code":"token_not_yet_valid","claim":"nbf"}""" + "\n", ""),
        await VerifyAsync(_issuer.Token(",\"nbf\":4102444000")));

    [Fact]
    public async Task Every_line_has_its_answer_whatever_ends_it()
    {
        string good = _issuer.Token();

        CommandRun run = await VerifyAsync(
            $"\uFEFF{good}\r\n\n{good}\n \t\r\nx.y\nBearer {good}\r\n  bEARER   {good}\t\nBearer\n{good}");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(
            ["alice", "credential_missing", "alice", "credential_missing", "token_malformed", "alice", "alice",
                "credential_malformed", "alice"],
            Summaries(run));
    }

    [Theory]
    [InlineData("Basic YTpi", "credential_malformed")]
    [InlineData("a,b", "credential_repeated")]
    [InlineData("é.é.é", "credential_malformed")]
    [InlineData("\0", "credential_malformed")]
    [InlineData("a\rb", "credential_malformed")]
    [InlineData("opaque", "token_malformed")]
    [InlineData("a.b.c.d.e", "token_encrypted")]
    public async Task What_is_no_token_is_refused_as_a_header_of_it_would_be(string line, string code)
    {
        CommandRun run = await VerifyAsync($"{line}\n{_issuer.Token()}\n");

        Assert.Equal([code, "alice"], Summaries(run));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_and_stop_nothing()
    {
        using var input = new MemoryStream([0xFF, 0xFE, (byte)'\n', .. Encoding.ASCII.GetBytes(_issuer.Token())]);

        CommandRun run = await CommandRun.WithInputAsync(
            input, "token", "verify", "--config", _issuer.WriteConfiguration(_folder));

        Assert.Equal(["credential_malformed", "alice"], Summaries(run));
    }

    [Theory]
    [InlineData(8_193, "token_too_large")]
    [InlineData(65_536, "token_too_large")]
    [InlineData(65_537, "token_too_large")]
    [InlineData(200_000, "token_too_large")]
    [InlineData(8_192, "token_malformed")]
    public async Task A_line_that_is_too_long_is_refused_and_stops_nothing(int length, string code)
    {
        string line = new('a', length);

        CommandRun run = await VerifyAsync($"{line}\n{_issuer.Token()}\n{line}");

        Assert.Equal([code, "alice", code], Summaries(run));
    }

    [Fact]
    public async Task An_outage_is_the_answer_to_its_line_alone_and_is_said_once()
    {
        string configuration = _issuer.WriteConfiguration(
            _folder,
            more: $$"""
                , { "issuer": "{{Down}}", "jwksUri": "http://127.0.0.1:1/keys", "allowHttp": true, "anyAudience": true }
                """);
        string unknown = _issuer.Sign($$"""{"iss":"{{Down}}"}""");

        CommandRun run = await CommandRun.WithInputAsync(
            $"{unknown}\n{unknown}\n{_issuer.Token()}\n", "token", "verify", "--config", configuration);

        Assert.Equal(["issuer_unreachable", "issuer_unreachable", "alice"], Summaries(run));
        Assert.StartsWith("issuer_unreachable: ", Assert.Single(run.Lines.Distinct()), StringComparison.Ordinal);
        Assert.DoesNotContain(unknown, run.Talk);
    }

    [Fact]
    public async Task Without_a_line_nothing_was_verified() =>
        (await VerifyAsync("")).RefusedWith("There is nothing on standard input.");

    [Fact]
    public async Task An_empty_line_is_a_missing_token() =>
        Assert.Equal(new CommandRun(ExitCode.Failed, Missing + "\n", ""), await VerifyAsync("\n"));

    [Fact]
    public async Task The_problems_of_a_configuration_are_said_and_nothing_is_read()
    {
        string bad = _folder.Write("bad.json", """{ "issuers": [] }""");

        CommandRun run = await CommandRun.WithInputAsync(_issuer.Token(), "token", "verify", "--config", bad);

        run.RefusedWith("$.routes: is missing");
    }

    [Fact]
    public async Task A_token_on_the_command_line_is_refused_and_not_repeated()
    {
        string token = _issuer.Token();

        CommandRun run = await CommandRun.OfAsync("token", "verify", "Bearer", token, "--config", The.Configuration);

        run.RefusedWith("Tokens are read from standard input, never from the command line");
        Assert.DoesNotContain(token.Split('.')[1], run.Talk);
    }

    [Fact]
    public async Task It_says_of_each_token_of_the_events_what_the_function_says()
    {
        List<string> tokens = [];
        List<string?> said = [];
        foreach (string file in Directory.EnumerateFiles(The.TokenEvents, "*.event.json"))
        {
            bool hidesTheCode = Path.GetFileName(file).StartsWith("anyone-", StringComparison.Ordinal);
            if (!hidesTheCode && Token(file) is { } token && await CodeAsync(file) is { } code)
            {
                tokens.Add(token);
                said.Add(code);
            }
        }

        CommandRun run = await CommandRun.WithInputAsync(
            string.Join('\n', tokens), "token", "verify", "--config", The.Configuration);

        Assert.InRange(tokens.Count, 20, 200);
        Assert.Equal(said, Answers(run).Select(answer => Code(answer) ?? "none"));
    }

    private static IEnumerable<string> Answers(CommandRun run) => run.Data[..^1].Split('\n');

    /// <summary>The principal or the code of each answer.</summary>
    private static IEnumerable<string?> Summaries(CommandRun run) =>
        Answers(run).Select(answer => Code(answer) ?? Principal(answer));

    private static string? Code(string answer) =>
        JsonElement.Parse(answer).TryGetProperty("code", out JsonElement code) ? code.GetString() : null;

    private static string? Principal(string answer) => JsonElement.Parse(answer).GetProperty("principal").GetString();

    /// <summary>Null where the event has no bearer token in one line of text.</summary>
    private static string? Token(string file)
    {
        try
        {
            JsonElement value = JsonElement.Parse(File.ReadAllText(file)).GetProperty("authorizationToken");
            string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            return text.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) && !text.Contains('\n') ? text : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>"none" for a good token; null where the function says nothing of the token.</summary>
    private static async Task<string?> CodeAsync(string file)
    {
        CommandRun run = await CommandRun.OfAsync("invoke", "token", file, "--config", The.Configuration);
        JsonElement record = JsonElement.Parse(Assert.Single(run.Lines));
        return record.GetProperty("outcome").GetString() switch
        {
            "unauthenticated" => record.GetProperty("code").GetString(),
            "allowed" or "denied" when record.GetProperty("keyId").GetString() is not null => "none",
            _ => null,
        };
    }

    private Task<CommandRun> VerifyAsync(string input) =>
        CommandRun.WithInputAsync(input, "token", "verify", "--config", _issuer.WriteConfiguration(_folder));
}
