using System.Diagnostics;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The command as people install it.</summary>
public sealed class PublishedCliTests(PublishedBinaries binaries)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("allowed", 0)]
    [InlineData("expired", 1)]
    public async Task Invoke_prints_the_filed_response_and_nothing_else(string name, int exitCode)
    {
        Publication commandLine = await binaries.CommandLineAsync();
        string[] arguments = ["invoke", "token", $"events/token/{name}.event.json"];
        var start = new ProcessStartInfo(Path.Combine(commandLine.Folder, "authorizers"), arguments)
        {
            WorkingDirectory = Repository.Root,
        };
        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(The.EventFolder, $"{name}.response.json")), run.Output);
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Publishing_gives_no_warning() =>
        Assert.DoesNotContain("warning", (await binaries.CommandLineAsync()).Output, StringComparison.OrdinalIgnoreCase);
}
