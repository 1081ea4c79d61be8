namespace Authorizers.Cli.Tests.Keys;

public sealed class KeysUsageTests
{
    [Theory]
    [InlineData("list")]
    [InlineData("export")]
    [InlineData("create-table")]
    [InlineData("revoke", "0Ab1Cd2Ef3Gh")]
    [InlineData("create", "--principal", "alice")]
    public async Task The_table_is_named_and_not_searched_for(params string[] args) =>
        (await CommandRun.OfAsync(["keys", .. args]))
            .RefusedWith("Name the table, by --table or by the --config of its function.");

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("--principal", "create")]
    [InlineData("--overlap", "rotate", "0Ab1Cd2Ef3Gh")]
    [InlineData("'ID' missing", "show")]
    [InlineData("--limit takes a number of at least 1.", "list", "--limit", "0")]
    [InlineData("--region takes", "list", "--region", "EU West")]
    [InlineData("--endpoint-url takes", "list", "--endpoint-url", "localhost:8000")]
    [InlineData("--endpoint-url takes", "list", "--endpoint-url", "http://user:word@127.0.0.1:8000")]
    [InlineData("--table takes", "list", "--table", "")]
    [InlineData("--prefix takes", "create", "--principal", "alice", "--prefix", "G")]
    [InlineData("ID is the 12 letters", "show", "short")]
    [InlineData("ID is the 12 letters", "revoke", "0Ab1Cd2Ef3G_")]
    [InlineData("File does not exist: 'none.jsonl'", "import", "none.jsonl")]
    [InlineData("--overlap takes 90d", "rotate", "0Ab1Cd2Ef3Gh", "--overlap", "week")]
    [InlineData("--expires takes 2027", "rotate", "0Ab1Cd2Ef3Gh", "--overlap", "7d", "--expires", "2027-01-31")]
    [InlineData("--expires has passed", "rotate", "0Ab1Cd2Ef3Gh", "--overlap", "7d", "--expires", "2026-11-20T12:00:00Z")]
    [InlineData("There is no profile no-such-profile with credentials.", "list", "--profile", "no-such-profile")]
    public async Task What_cannot_be_done_is_refused_before_the_table_is_asked(string sentence, params string[] args) =>
        (await CommandRun.OfAsync([.. Placed(args)])).RefusedWith(sentence);

    [Theory]
    [InlineData("{}", "$.apiKey: is missing")]
    [InlineData("""{ "apiKey": { "recordsFile": "keys.jsonl" } }""", "has a recordsFile and no table")]
    [InlineData("""{ "apiKey": { "table": "keys", "prefix": "G" } }""", "$.apiKey.prefix")]
    public async Task A_configuration_that_leads_to_no_table_is_refused(string members, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.Write("keys.jsonl", "");

        CommandRun run = await CommandRun.OfAsync("keys", "list", "--config", SomeConfiguration.Write(folder, members));

        run.RefusedWith(sentence);
    }

    [Fact]
    public async Task A_configuration_of_a_function_that_takes_no_keys_is_refused() =>
        (await CommandRun.OfAsync("keys", "list", "--config", The.Configuration, "--table", "keys")).RefusedWith("has no apiKey");

    [Fact]
    public async Task A_prefix_beside_a_configuration_is_refused()
    {
        using var folder = new TemporaryFolder();
        string file = SomeConfiguration.Write(folder, """{ "apiKey": { "table": "keys" } }""");

        CommandRun run = await CommandRun.OfAsync(
            "keys", "create", "--principal", "alice", "--prefix", "abc", "--config", file, "--region", "eu-west-1");

        run.RefusedWith("--prefix is not for it");
    }

    [Fact]
    public async Task Help_names_the_verbs_and_what_they_have_in_common()
    {
        CommandRun help = await CommandRun.OfAsync("keys", "--help");

        Assert.Equal((ExitCode.Done, ""), (help.ExitCode, help.Talk));
        Assert.All(
            [
                "create", "list", "show <ID>", "rotate <ID>", "revoke <ID>", "export", "import <FILE>", "create-table",
                "--table <NAME>",
            ],
            text => Assert.Contains($"  {text} ", help.Data));
    }

    private static string[] Placed(string[] args) => args.Length == 0 ? ["keys"] : ["keys", .. Nowhere.Beside(args), .. args];
}
