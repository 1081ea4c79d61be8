namespace Authorizers.Cli.Tests;

public sealed class AuthorizersCommandTests
{
    [Fact]
    public async Task Help_is_data()
    {
        CommandRun run = await CommandRun.OfAsync("--help");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.Contains("invoke <FUNCTION> <EVENT>", run.Data);
    }

    [Fact]
    public async Task Help_for_a_verb_names_its_options_and_the_functions()
    {
        CommandRun run = await CommandRun.OfAsync("invoke", "--help");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.All(
            ["--config <FILE>", "--bootstrap <EXE>", "Which function: token, request, api-key, websocket."],
            text => Assert.Contains(text, run.Data));
    }

    [Fact]
    public async Task Version_is_data_and_names_the_package_feed()
    {
        CommandRun run = await CommandRun.OfAsync("--version");

        Assert.Equal(new CommandRun(ExitCode.Done, $"{The.SuiteVersion}\n", ""), run);
    }

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("'dance'", "dance")]
    [InlineData("'--loud'", "--loud")]
    [InlineData("'FUNCTION' missing", "invoke")]
    [InlineData("'EVENT' missing", "invoke", "token")]
    [InlineData("'FUNCTION' missing", "explain")]
    [InlineData("File does not exist: 'no-such.json'", "explain", "token", "no-such.json")]
    [InlineData("'--loud'", "policy", "probe", "--loud")]
    [InlineData("Must be one of:\n\t'token'", "invoke", "tokens", "x.json")]
    [InlineData("Must be one of:\n\t'token'", "invoke", "Token", "x.json")]
    [InlineData("File does not exist: 'no-such.json'", "invoke", "token", "no-such.json")]
    [InlineData("File does not exist: 'none.json'", "invoke", "token", "no-such.json", "--config", "none.json")]
    [InlineData("File does not exist: 'none'", "invoke", "token", "no-such.json", "--bootstrap", "none")]
    [InlineData("'--config'", "invoke", "token", "no-such.json", "--config")]
    [InlineData("Required command was not provided.", "issuer")]
    [InlineData("Required command was not provided.", "policy")]
    [InlineData("'https://issuer.example/'", "issuer", "pin", "https://issuer.example/")]
    [InlineData("'--issuer'", "issuer", "pin", "--issuer")]
    [InlineData("'--fast'", "invoke", "token", "no-such.json", "--fast")]
    [InlineData("Required command was not provided.", "token")]
    [InlineData("'mint'", "token", "mint")]
    [InlineData("File does not exist: 'none.json'", "token", "verify", "--config", "none.json")]
    [InlineData(
        "File does not exist: 'none.json'",
        "token", "verify", "--jwks", "none.json", "--algorithms", "RS256", "--signature-only")]
    [InlineData("There is no option '--loud'.", "token", "verify", "--loud")]
    [InlineData("There is no option '--loud'.", "token", "inspect", "--loud")]
    [InlineData("File does not exist: 'none.json'", "token", "inspect", "--config", "none.json")]
    [InlineData("go together", "token", "verify", "--signature-only")]
    [InlineData("go together", "token", "verify", "--algorithms", "RS256")]
    [InlineData(
        "--algorithms takes names of RS256,",
        "token", "verify", "--jwks", ".", "--algorithms", "RS256,HS256", "--signature-only")]
    public async Task What_cannot_be_understood_is_refused_with_a_sentence_and_a_way_out(string sentence, params string[] args)
    {
        CommandRun run = await CommandRun.OfAsync(args);

        run.RefusedWith(sentence);
        Assert.Equal("Add --help to see how it is used.", run.Lines[^1]);
    }

    [Theory]
    [InlineData("XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("token", "XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("token", "Bearer XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("token", "verify", "--config", "XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("token", "verify", "--algorithms", "XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("token", "inspect", "XqI7vBPa5W0tJ2xkT9sLrE4c")]
    [InlineData("invoke", "token", "XqI7vBPa5W0tJ2xkT9sLrE4c")]
    public async Task An_opaque_token_that_is_typed_where_none_belongs_is_not_repeated_either(params string[] args)
    {
        CommandRun run = await CommandRun.OfAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("XqI7", run.Talk);
        Assert.DoesNotContain("XqI7", run.Data);
    }

    [Theory]
    [InlineData("issuer", "unpin")]
    [InlineData("token", "verify", "--config", "folder/authorizer-of-the-other-stage.json")]
    [InlineData("token", "verify", "--signature-olny")]
    public async Task A_slip_of_the_pen_is_shown_to_whoever_made_it(params string[] args) =>
        Assert.Contains(args[^1], (await CommandRun.OfAsync(args)).Talk);

    [Theory]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("token", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("token", "Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("token", "verify", "--config", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("token", "verify", "--config=eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("token", "verify", "--algorithms", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("invoke", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJub25lIn0.e30.")]
    public async Task A_token_that_is_typed_where_none_belongs_is_not_repeated(params string[] args)
    {
        CommandRun run = await CommandRun.OfAsync(args);

        run.RefusedWith("");
        Assert.DoesNotContain("eyJ", run.Talk);
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_not_replaced_by_a_files_text()
    {
        using var folder = new TemporaryFolder();
        string secret = folder.Write("event.json", "secret");

        CommandRun run = await CommandRun.OfAsync("invoke", "token", $"@{secret}");

        run.RefusedWith($"File does not exist: '@{secret}'");
        Assert.DoesNotContain("'secret'", run.Talk);
    }
}
