namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>The list of differences, held to what the document says of them.</summary>
public sealed class DifferenceTests
{
    [Fact]
    public void The_document_has_a_row_for_each_token_that_is_refused_here_alone() => Assert.Equal(
        Differences.All.Select(difference => $"| `{difference.Code}` | {difference.Refused} | {Names(difference.By)} |"),
        Rows("| code | refused here | accepted by |"));

    [Fact]
    public void The_document_has_a_row_for_each_token_that_is_accepted_here_and_refused_elsewhere() => Assert.Equal(
        Differences.Elsewhere.Select(difference => $"| {difference.Refused} | {Names(difference.By)} |"),
        Rows("| accepted here | refused by |"));

    [Fact]
    public void Every_twist_that_is_listed_exists()
    {
        IEnumerable<string> listed = Differences.All.Concat(Differences.Elsewhere)
            .SelectMany(difference => difference.Leniencies)
            .SelectMany(leniency => leniency.Twists);

        Assert.Empty(listed.Except(GeneratedTokens.Twists));
    }

    private static string Names(Oracle by)
    {
        string jose = by.HasFlag(Oracle.Jose) ? "jose" : "";
        string identityModel = (by & Oracle.IdentityModel) switch
        {
            Oracle.IdentityModel => "IdentityModel",
            Oracle.IdentityModel6 => "IdentityModel 6",
            Oracle.IdentityModel8 => "IdentityModel 8",
            _ => "",
        };
        return string.Join(", ", new[] { jose, identityModel }.Where(name => name.Length > 0));
    }

    /// <summary>Of the table with that first line.</summary>
    private static IEnumerable<string> Rows(string heading)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("docs/security.md"));
        return lines.SkipWhile(line => line != heading).Skip(2).TakeWhile(line => line.StartsWith('|'));
    }
}
