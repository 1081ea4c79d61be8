using System.Text.RegularExpressions;

namespace Authorizers.Core.Tests.Documentation;

public sealed class LinkTests
{
    public static TheoryData<string, string> Links =>
    [
        .. MarkdownDocument.All.SelectMany(document => Targets(document.Value.Prose).Select(to => (document.Key, to))).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Links))]
    public void A_link_leads_somewhere(string from, string to)
    {
        string[] parts = to.Split('#');
        string target = parts[0].Length > 0 ? SeenFromDocs(from, parts[0]) : from;

        Assert.True(File.Exists(RepositoryFiles.PathOf($"docs/{target}")), $"There is no {target}.");
        Assert.Contains(parts.ElementAtOrDefault(1) ?? "", Anchors(target));
    }

    private static string SeenFromDocs(string from, string link) =>
        Path.GetRelativePath("docs", Path.Combine("docs", Path.GetDirectoryName(from)!, link)).Replace('\\', '/');

    private static IEnumerable<string> Targets(string prose) =>
        Regex.Matches(prose, @"\]\((?<to>[^)]*)\)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(link => link.Groups["to"].Value);

    /// <summary>As GitHub makes them of headings; a link without one leads to the whole file.</summary>
    private static IEnumerable<string> Anchors(string target) =>
        MarkdownDocument.All.TryGetValue(target, out MarkdownDocument? document)
            ? document.Headings.Select(Anchor).Append("")
            : [""];

    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(IsKept)).Replace(' ', '-');

    private static bool IsKept(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_';
}
