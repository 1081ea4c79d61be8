namespace Authorizers.Core.Tests.Documentation;

/// <summary>As much of Markdown as the documents use: headings, pipe tables and fenced blocks.</summary>
internal sealed class MarkdownDocument
{
    private const string Fence = "```";

    private readonly (string Text, bool Fenced)[] _lines;

    private MarkdownDocument(IEnumerable<(string Text, bool Fenced)> lines) => _lines = [.. lines];

    /// <summary>The documents of the folder docs, and the README, by name as seen from docs.</summary>
    public static IReadOnlyDictionary<string, MarkdownDocument> All { get; } = RepositoryFiles.Find("docs", "*.md")
        .Select(name => name["docs/".Length..])
        .Append("../README.md")
        .ToDictionary(name => name, name => new MarkdownDocument(Marked(RepositoryFiles.Read($"docs/{name}"))), StringComparer.Ordinal);

    /// <summary>All but the fenced blocks.</summary>
    public string Prose => string.Join('\n', _lines.Where(line => !line.Fenced).Select(line => line.Text));

    /// <summary>Without their marks.</summary>
    public IReadOnlyList<string> Headings => [.. _lines.Where(IsHeading).Select(line => line.Text.TrimStart('#').Trim())];

    /// <summary>From the heading of that text to the next one of any level.</summary>
    public MarkdownDocument Section(string heading)
    {
        int start = Array.FindIndex(_lines, line => IsHeading(line) && line.Text.TrimStart('#') == $" {heading}");
        Assert.True(start >= 0, $"There is no heading {heading}.");
        return new MarkdownDocument(_lines.Skip(start + 1).TakeWhile(line => !IsHeading(line)));
    }

    /// <summary>The contents of all fenced blocks of that language.</summary>
    public IReadOnlyList<string> Blocks(string language)
    {
        List<string> blocks = [];
        for (int at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].Text == Fence + language)
            {
                string[] block = [.. _lines.Skip(at + 1).Select(line => line.Text).TakeWhile(text => text != Fence)];
                blocks.Add(string.Join('\n', block));
                at += block.Length + 1;
            }
        }

        return blocks;
    }

    public string Block(string language) => Assert.Single(Blocks(language));

    /// <summary>The rows, without heading and rule, of the table whose first heading is that.</summary>
    public IReadOnlyList<string[]> Table(string firstHeading)
    {
        string[][] rows =
        [
            .. _lines.Select(line => line.Text)
                .SkipWhile(text => !text.StartsWith($"| {firstHeading} |", StringComparison.Ordinal))
                .TakeWhile(text => text.StartsWith('|'))
                .Select(text => text.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()),
        ];
        Assert.True(rows.Length > 2, $"There is no table that begins with {firstHeading}.");
        Assert.All(rows.Skip(2), row => Assert.Equal(rows[0].Length, row.Length));
        return rows[2..];
    }

    /// <summary>The texts between backticks.</summary>
    public static IReadOnlyList<string> Code(string cell) => [.. cell.Split('`').Where((_, index) => index % 2 == 1)];

    private static bool IsHeading((string Text, bool Fenced) line) => !line.Fenced && line.Text.StartsWith('#');

    private static IEnumerable<(string Text, bool Fenced)> Marked(string text)
    {
        bool fenced = false;
        foreach (string line in text.Split('\n'))
        {
            bool marks = line.StartsWith(Fence, StringComparison.Ordinal);
            yield return (line, fenced || marks);
            fenced ^= marks;
        }
    }
}
