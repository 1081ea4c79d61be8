namespace Authorizers.Cli.Tests.Invoke;

public sealed class BootstrapInvocationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    public BootstrapInvocationTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The functions of these tests are shell scripts.");

    [Fact]
    public async Task A_published_function_gets_the_event_as_it_is_and_its_response_is_data()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.AfterEvent("""
            call POST "invocation/$id/response" "$event"
            wait_for_ever
            """));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(The.Allowed) + "\n", run.Data);
    }

    [Fact]
    public async Task What_a_published_function_writes_is_talk()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.AfterEvent("""
            echo 'to standard output'
            echo 'to standard error' >&2
            call POST "invocation/$id/response" '{}'
            wait_for_ever
            """));

        Assert.Equal("{}\n", run.Data);
        Assert.Equal(["to standard error", "to standard output"], run.Lines.Order());
    }

    [Fact]
    public async Task A_published_function_finds_the_variables_that_lambda_sets_and_the_configuration_by_its_full_name()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.AfterEvent("""
            call POST "invocation/$id/response" "$AWS_LAMBDA_FUNCTION_NAME $LAMBDA_TASK_ROOT $AUTHORIZER_CONFIG"
            wait_for_ever
            """));

        Assert.Equal($"token {_folder.FullName} {The.Configuration}\n", run.Data);
    }

    [Fact]
    public async Task A_published_function_may_end_once_it_has_answered()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.AfterEvent("""
            call POST "invocation/$id/response" '{}'
            IFS= read -r status <&3
            """));

        Assert.Equal(new CommandRun(ExitCode.Done, "{}\n", ""), run);
    }

    [Fact]
    public async Task An_error_of_a_published_function_is_data_and_a_failure()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.AfterEvent("""
            call POST "invocation/$id/error" '{"errorType":"Unauthorized","errorMessage":"Unauthorized","stackTrace":[]}'
            wait_for_ever
            """));

        Assert.Equal(
            new CommandRun(ExitCode.Failed, "{\"errorType\":\"Unauthorized\",\"errorMessage\":\"Unauthorized\"}\n", ""), run);
    }

    [Fact]
    public async Task A_configuration_that_a_published_function_refuses_is_bad_usage()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.Connected("""
            echo '$.routes: is missing' >&2
            call POST init/error '{"errorType":"ConfigurationInvalid","errorMessage":"configuration_invalid: $.routes"}'
            IFS= read -r status <&3
            exit 1
            """));

        Assert.Equal(new CommandRun(ExitCode.BadUsage, "", "$.routes: is missing\n"), run);
    }

    [Fact]
    public async Task Another_error_of_init_is_a_failure()
    {
        CommandRun run = await InvokeAsync(ShellBootstrap.Connected("""
            call POST init/error '{"errorType":"Fault","errorMessage":"fault: because"}'
            IFS= read -r status <&3
            exit 1
            """));

        Assert.Equal(
            new CommandRun(ExitCode.Failed, "{\"errorType\":\"Fault\",\"errorMessage\":\"fault: because\"}\n", ""), run);
    }

    [Fact]
    public async Task A_published_function_that_ends_without_an_answer_is_a_failure_with_a_sentence()
    {
        string bootstrap = _folder.WriteScript("bootstrap", "#!/bin/sh\necho 'no such library' >&2\nexit 3\n");

        CommandRun run = await InvokeFileAsync(bootstrap);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Data));
        Assert.Equal(["no such library", $"{bootstrap} ended with exit code 3 and without an answer."], run.Lines);
    }

    [Fact]
    public async Task A_function_that_runs_as_its_starters_child_is_ended_with_it()
    {
        string inner = _folder.WriteScript("inner", ShellBootstrap.AfterEvent("""
            call POST "invocation/$id/response" '{}'
            wait_for_ever
            """));

        CommandRun run = await InvokeAsync($"""
            #!/bin/sh
            "{inner}"
            echo 'the child has ended'
            """);

        Assert.Equal(new CommandRun(ExitCode.Done, "{}\n", ""), run);
    }

    [Fact]
    public async Task A_file_that_is_no_executable_is_refused()
    {
        string bootstrap = _folder.Write("bootstrap", "no program");

        CommandRun run = await InvokeFileAsync(bootstrap);

        run.RefusedWith($"{bootstrap} cannot be started. Is it an executable for this machine?\n");
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> InvokeAsync(string script) => InvokeFileAsync(_folder.WriteScript("bootstrap", script));

    private static Task<CommandRun> InvokeFileAsync(string bootstrap) =>
        CommandRun.OfAsync("invoke", "token", The.Allowed, "--bootstrap", bootstrap).WaitAsync(Patience);
}
