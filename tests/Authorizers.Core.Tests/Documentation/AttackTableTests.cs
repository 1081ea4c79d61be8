using System.Globalization;
using System.Text.RegularExpressions;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>The table of attacks in docs/security.md, held to the tests that it names.</summary>
public sealed class AttackTableTests
{
    /// <summary>Of the catalogue that the table answers, row by row; then those on API keys and on handshakes.</summary>
    private const int Attacks = 42 + 13 + 17;

    private static readonly Lazy<ILookup<string, string>> Tests = new(() => RepositoryFiles.Find("tests", "*.cs")
        .Select(RepositoryFiles.Read)
        .SelectMany(text => Matches(text, @"public (?:async Task|Task|void) (\w+)\(").Select(name => (Name: name, Text: text)))
        .ToLookup(test => test.Name, test => test.Text, StringComparer.Ordinal));

    private static IReadOnlyList<string[]> Rows => MarkdownDocument.All["security.md"].Section("Attacks").Table("attack");

    [Fact]
    public void The_attacks_are_numbered_without_a_gap() => Assert.Equal(
        Enumerable.Range(1, Attacks),
        Rows.Select(row => int.Parse(row[0].Split(' ')[0], CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_attack_has_tests_that_exist()
    {
        Assert.All(Rows, row => Assert.NotEmpty(Names(row[2])));
        Assert.DoesNotContain(Rows.SelectMany(row => Names(row[2])), name => !Tests.Value.Contains(name));
    }

    [Fact]
    public void The_tests_of_an_attack_assert_the_codes_that_its_row_tells()
    {
        string[] codes = [.. MarkdownDocument.All["codes.md"].Section("Codes").Table("code").Select(row => row[0].Trim('`'))];

        Assert.All(Rows, row =>
        {
            string tests = string.Concat(Names(row[2]).SelectMany(name => Tests.Value[name]));
            Assert.All(Names(row[1]).Intersect(codes), code => Assert.Contains($"\"{code}", tests, StringComparison.Ordinal));
        });
    }

    private static string[] Names(string cell) => Matches(cell, "`(\\w+)`");

    private static string[] Matches(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];
}
