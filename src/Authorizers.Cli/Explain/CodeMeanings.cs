using System.Text.RegularExpressions;

namespace Authorizers.Cli.Explain;

/// <summary>What codes mean and what to do about them: the table of docs/codes.md, which the command carries.</summary>
internal sealed partial class CodeMeanings
{
    private readonly Dictionary<string, CodeMeaning> _meanings;

    private CodeMeanings(IEnumerable<KeyValuePair<string, CodeMeaning>> meanings) =>
        _meanings = new Dictionary<string, CodeMeaning>(meanings, StringComparer.Ordinal);

    public static CodeMeanings Load()
    {
        using var reader = new StreamReader(typeof(CodeMeanings).Assembly.GetManifestResourceStream("codes.md")!);
        IEnumerable<string[]> rows = reader.ReadToEnd().Split('\n')
            .SkipWhile(line => line != "## Codes")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split(" | "));
        return new CodeMeanings(rows.Select(cells =>
            KeyValuePair.Create(Plain(cells[0]), new CodeMeaning(Plain(cells[2]), Plain(cells[4])))));
    }

    /// <summary>Null for a code that the table does not have.</summary>
    public CodeMeaning? Of(string? code) => code is null ? null : _meanings.GetValueOrDefault(code);

    /// <summary>Without Markdown's marks.</summary>
    private static string Plain(string cell) => Link().Replace(cell, "${text}").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
