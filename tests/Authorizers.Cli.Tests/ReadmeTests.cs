namespace Authorizers.Cli.Tests;

/// <summary>What the README tells a newcomer to type.</summary>
public sealed class ReadmeTests
{
    private const string Command = "dotnet run --project src/Authorizers.Cli -- ";

    [Fact]
    public async Task Its_first_command_prints_a_policy_and_nothing_else()
    {
        string line = File.ReadLines(Path.Combine(The.RepositoryRoot, "README.md"))
            .First(line => line.StartsWith(Command, StringComparison.Ordinal));

        CommandRun run = await CommandRun.OfAsync([.. line[Command.Length..].Split(' ').Select(InRepository)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(The.TokenEvents, "allowed.response.json")), run.Data);
    }

    private static string InRepository(string argument) =>
        argument.Contains('/') ? Path.Combine(The.RepositoryRoot, argument) : argument;
}
