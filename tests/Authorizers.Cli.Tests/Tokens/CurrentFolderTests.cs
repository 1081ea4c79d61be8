namespace Authorizers.Cli.Tests.Tokens;

/// <summary>The command as a process, whose current folder is its own.</summary>
public sealed class CurrentFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();

    public void Dispose()
    {
        _issuer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_nearest_configuration_from_the_current_folder_upwards_is_taken()
    {
        _issuer.WriteConfiguration(_folder);
        string below = Path.GetDirectoryName(_folder.Write("some/way/down/notes.txt", ""))!;

        CommandRun run = await RunAsync(below, _issuer.Token(), "token", "verify");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.StartsWith("""{"valid":true,"principal":"alice",""", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_anywhere_nothing_is_verified() =>
        (await RunAsync(_folder.FullName, _issuer.Token(), "token", "verify")).RefusedWith("There is no authorizer.json in ");

    [Fact]
    public async Task Without_one_anywhere_a_token_is_shown_and_held_against_nothing()
    {
        CommandRun run = await RunAsync(_folder.FullName, _issuer.Token(), "token", "inspect");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("There is no authorizer.json in ", run.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("Checks", run.Data);
    }

    private static Task<CommandRun> RunAsync(string folder, string input, params string[] args) =>
        new CommandProcess(folder).RunAsync(input, args);
}
