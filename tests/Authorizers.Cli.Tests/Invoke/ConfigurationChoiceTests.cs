namespace Authorizers.Cli.Tests.Invoke;

public sealed class ConfigurationChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_configuration_in_the_events_own_folder_is_taken()
    {
        _folder.WriteConfiguration("here/authorizer.json", "deny");

        Assert.Equal(ExitCode.Done, (await InvokeAsync(_folder.WriteEvent("here/event.json"))).ExitCode);
    }

    [Fact]
    public async Task A_configuration_further_up_is_found()
    {
        _folder.WriteConfiguration("authorizer.json", "deny");

        Assert.Equal(ExitCode.Done, (await InvokeAsync(_folder.WriteEvent("some/way/down/event.json"))).ExitCode);
    }

    [Fact]
    public async Task Of_two_configurations_the_nearer_one_is_taken()
    {
        _folder.WriteConfiguration("authorizer.json", "throw");
        _folder.WriteConfiguration("near/authorizer.json", "deny");

        Assert.Equal(ExitCode.Done, (await InvokeAsync(_folder.WriteEvent("near/by/event.json"))).ExitCode);
    }

    [Fact]
    public async Task A_configuration_that_is_named_wins_over_one_that_is_near()
    {
        _folder.WriteConfiguration("authorizer.json", "throw");
        string named = _folder.WriteConfiguration("elsewhere/other.json", "deny");

        Assert.Equal(ExitCode.Done, (await InvokeAsync(_folder.WriteEvent("event.json"), "--config", named)).ExitCode);
    }

    [Fact]
    public async Task Without_a_configuration_anywhere_nothing_is_run()
    {
        CommandRun run = await InvokeAsync(_folder.WriteEvent("event.json"));

        run.RefusedWith($"There is no authorizer.json in {_folder.FullName} or above it. Name one with --config.");
    }

    [Fact]
    public async Task Each_problem_of_a_configuration_is_a_line()
    {
        string bad = _folder.Write("bad.json", """{ "issuers": [], "colour": "green" }""");

        CommandRun run = await InvokeAsync(_folder.WriteEvent("event.json"), "--config", bad);

        run.RefusedWith("$.colour: is not a member of this object");
        Assert.Equal(["$.colour", "$.issuers", "$.routes"], run.Lines.Select(line => line.Split(':')[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task A_configuration_that_is_no_json_is_a_problem_that_says_where(string text)
    {
        string bad = _folder.Write("bad.json", text);

        CommandRun run = await InvokeAsync(_folder.WriteEvent("event.json"), "--config", bad);

        run.RefusedWith($"$: is not JSON: line 1, byte {text.Length + 1} of {bad}\n");
    }

    [Fact]
    public async Task A_folder_is_no_configuration()
    {
        CommandRun run = await InvokeAsync(_folder.WriteEvent("event.json"), "--config", _folder.FullName);

        run.RefusedWith($"$: cannot read {_folder.FullName}\n");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<CommandRun> InvokeAsync(string eventFile, params string[] options) =>
        CommandRun.OfAsync(["invoke", "token", eventFile, .. options]);
}
