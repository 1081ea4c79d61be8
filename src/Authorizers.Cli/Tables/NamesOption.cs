using System.CommandLine;

namespace Authorizers.Cli.Tables;

/// <summary>An option that takes names with commas between them, and may come several times.</summary>
internal static class NamesOption
{
    public static Option<string[]> Create(string name, string description) =>
        new(name) { HelpName = "A,B", Description = $"{description} With commas between them." };

    /// <summary>
    /// Each name once. Nothing between two commas is something too, and is refused: an empty list would mean all, or any.
    /// </summary>
    public static string[] Split(string[]? texts) =>
        [.. (texts ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
}
