using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

/// <summary>IAM's evaluation, written from its documentation and sharing nothing with the code under test.</summary>
internal static class PolicyEvaluator
{
    /// <summary>An explicit Deny beats every Allow, and what nobody allows is not allowed.</summary>
    public static bool Allows(IReadOnlyList<Statement> statements, string arn) =>
        statements.Any(statement => statement.Effect == Effect.Allow && Applies(statement, arn))
        && !statements.Any(statement => statement.Effect == Effect.Deny && Applies(statement, arn));

    private static bool Applies(Statement statement, string arn) =>
        statement.NotResources.Count > 0
            ? !statement.NotResources.Any(glob => Matches(glob, arn))
            : statement.Resources.Any(glob => Matches(glob, arn));

    /// <summary>A star is any run of characters, slashes too, and a question mark any one.</summary>
    public static bool Matches(string glob, string text)
    {
        int at = 0;
        int reached = 0;
        (int Star, int From) retry = (-1, 0);
        while (reached < text.Length)
        {
            if (at < glob.Length && glob[at] == '*')
            {
                retry = (at++, reached);
            }
            else if (at < glob.Length && (glob[at] == '?' || glob[at] == text[reached]))
            {
                at++;
                reached++;
            }
            else if (retry.Star < 0)
            {
                return false;
            }
            else
            {
                retry = (retry.Star, retry.From + 1);
                (at, reached) = (retry.Star + 1, retry.From);
            }
        }

        return glob.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }
}
