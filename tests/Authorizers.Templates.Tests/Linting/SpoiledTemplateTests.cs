using Authorizers.Core.Tests.Documentation;
using Authorizers.Templates.Linting;

namespace Authorizers.Templates.Tests.Linting;

/// <summary>Templates in which something stands that does not belong there.</summary>
public sealed class SpoiledTemplateTests
{
    private const string Folder = "tests/Authorizers.Templates.Tests/Broken";

    /// <summary>In place of a value, or of what follows a name.</summary>
    private static readonly string[] Values =
        ["{}", "[]", "[[]]", "\"\"", "null", "-1", "{\"Ref\": \"Nothing\"}", "\"${\"", "\"/\""];

    private static readonly Dictionary<string, string> NoParameters = [];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(RepositoryFiles.PathOf(Folder)).Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_template_with_one_value_spoiled_is_judged_or_refused_with_a_line(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryFiles.PathOf(Folder), file));
        int judged = 0;
        for (int at = 0; at < lines.Length; at++)
        {
            foreach (string line in Spoiled(lines[at]))
            {
                judged += IsJudged([.. lines[..at], line, .. lines[(at + 1)..]]) ? 1 : 0;
            }
        }

        Assert.InRange(judged, lines.Length, int.MaxValue);
    }

    private static IEnumerable<string> Spoiled(string line)
    {
        yield return "";
        int colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            yield break;
        }

        string end = line.EndsWith(',') ? "," : "";
        foreach (string value in Values)
        {
            yield return $"{line[..colon]}: {value}{end}";
        }
    }

    private static bool IsJudged(string[] lines)
    {
        try
        {
            TemplateLint.Examine(
                TemplateFile.Parse(string.Join('\n', lines)), RepositoryFiles.PathOf(Folder), NoParameters);
            return true;
        }
        catch (TemplateException e)
        {
            Assert.InRange(e.Line, 0, lines.Length);
            Assert.NotEqual("", e.Message);
            return false;
        }
    }
}
