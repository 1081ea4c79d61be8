using System.Text.Json;
using System.Text.RegularExpressions;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.Cli.Tests;

public sealed partial class CommandsDocumentTests
{
    private const string TokensOf = "jq -r .authorizationToken ";
    private const string Command = "authorizers ";
    private const string Exit = " # exits with ";

    /// <summary>Examples are typed there, and name files as seen from there.</summary>
    private static readonly string Root = $"{RepositoryFiles.PathOf("")}{Path.DirectorySeparatorChar}";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["commands.md"];

    public static TheoryData<string> Verbs => [.. Document.Headings.Where(heading => heading != "Commands")];

    public static TheoryData<string, string> Examples =>
    [
        .. Verbs.Select(verb => Document.Section(verb))
            .SelectMany(section => section.Blocks("sh").Zip(section.Blocks("text"))),
    ];

    [Fact]
    public void Each_verb_has_a_section() =>
        Assert.Equal(
            [
                "invoke", "explain", "token verify", "token inspect", "issuer pin", "keys", "ticket", "policy build",
                "policy evaluate", "policy probe", "template lint",
            ],
            Verbs.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_table_has_the_options_that_the_help_of_the_verb_shows(string verb)
    {
        Assert.Equal(
            await OptionsAsync(verb), Document.Section(verb).Table("option").Select(row => row[0].Trim('`')));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("ticket")]
    public async Task A_table_has_the_verbs_of_a_table_and_the_options_that_each_has_besides(string command)
    {
        CommandRun help = await CommandRun.OfAsync(command, "--help");
        string[] lines = help.Data.Split("Commands:\n")[1].Split('\n');
        IEnumerable<string> verbs = lines.Where(line => line.Length > 0).Select(line => line.Split(' ')[2]);
        IReadOnlyList<string> common = await OptionsAsync(command);

        List<string> expected = [];
        foreach (string verb in verbs)
        {
            expected.AddRange((await OptionsAsync($"{command} {verb}")).Except(common).Select(option => $"{verb} {option}"));
        }

        string[][] rows = [.. Document.Section(command).Table("verb")];
        Assert.Equal(expected, rows.Select(row => $"{row[0]} {row[1].Trim('`')}"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_prints_what_stands_below_it(string line, string output)
    {
        string[] exit = line.Replace("\\\n  ", "").Split(Exit);
        string[] pipe = exit[0].Replace("|\n  ", "| ").Split(" | ");
        string input = pipe.Length == 1 ? "" : string.Concat(Words(pipe[0], TokensOf).Select(Token));

        CommandRun run = await CommandRun.WithInputAsync(input, [.. Words(pipe[^1], Command)]);

        Assert.Equal((exit[1], $"{output}\n"), ($"{run.ExitCode}", run.Data.Replace(Root, "")));
    }

    private static async Task<IReadOnlyList<string>> OptionsAsync(string verb)
    {
        CommandRun help = await CommandRun.OfAsync([.. verb.Split(' '), "--help"]);
        return
        [
            .. from line in help.Data.Split('\n')
               where line.StartsWith("  --", StringComparison.Ordinal)
               select line.Split(' ')[2],
        ];
    }

    private static IEnumerable<string> Words(string line, string start)
    {
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        return Word().Matches(line[start.Length..]).Select(word =>
            word.Groups["quoted"] is { Success: true } quoted ? quoted.Value
            : IsFile(word.Value) ? RepositoryFiles.PathOf(word.Value)
            : word.Value);
    }

    /// <summary>As a shell takes them apart: what is quoted is one, and no file here.</summary>
    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|[^ \"]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    private static bool IsFile(string word) => word.Contains('/') && !word.StartsWith("arn:", StringComparison.Ordinal);

    private static string Token(string file) =>
        JsonElement.Parse(File.ReadAllText(file)).GetProperty("authorizationToken").GetString() + "\n";
}
