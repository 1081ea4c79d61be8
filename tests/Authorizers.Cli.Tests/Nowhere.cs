namespace Authorizers.Cli.Tests;

/// <summary>A table where nothing listens: a test that asks it fails.</summary>
internal static class Nowhere
{
    public static string[] Options { get; } =
        ["--table", "records", "--region", "eu-west-1", "--endpoint-url", "http://127.0.0.1:1"];

    /// <summary>The options that the arguments do not have: an option is not given twice.</summary>
    public static IEnumerable<string> Beside(string[] args) =>
        Options.Chunk(2).Where(pair => !args.Contains(pair[0])).SelectMany(pair => pair);
}
