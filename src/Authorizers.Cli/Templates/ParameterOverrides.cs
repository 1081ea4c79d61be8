namespace Authorizers.Cli.Templates;

/// <summary><c>NAME=VALUE</c>; a value may hold <c>=</c> itself, and be empty.</summary>
internal static class ParameterOverrides
{
    /// <summary>Null where all are understood. No value is repeated: it may be a secret.</summary>
    public static string? ProblemOf(string[] texts) =>
        texts.Any(text => text.IndexOf('=') <= 0) ? "--parameter-overrides takes NAME=VALUE."
        : texts.GroupBy(NameOf, StringComparer.Ordinal).FirstOrDefault(names => names.Count() > 1) is { Key: var name }
            ? $"--parameter-overrides gives {name} twice."
            : null;

    public static IReadOnlyDictionary<string, string> Read(string[] texts) =>
        texts.ToDictionary(NameOf, text => text[(text.IndexOf('=') + 1)..], StringComparer.Ordinal);

    private static string NameOf(string text) => text[..text.IndexOf('=')];
}
