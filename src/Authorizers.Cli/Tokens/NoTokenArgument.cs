using System.CommandLine;
using System.CommandLine.Parsing;

namespace Authorizers.Cli.Tokens;

/// <summary>
/// Takes what stands on the command line and should not, because the parser would quote it: it may be a token, and standard error
/// is kept in logs.
/// </summary>
internal static class NoTokenArgument
{
    public static Argument<string[]> Create()
    {
        var argument = new Argument<string[]>("TOKEN") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };
        argument.Validators.Add(Refuse);
        return argument;
    }

    private static void Refuse(ArgumentResult result)
    {
        string[] texts = [.. result.Tokens.Select(token => token.Value)];
        foreach (string option in texts.Where(IsOption))
        {
            result.AddError($"There is no option '{option}'.");
        }

        if (!texts.All(IsOption))
        {
            result.AddError("Tokens are read from standard input, never from the command line, which shells keep.");
        }
    }

    /// <summary>What a person would misspell; no token is that short and begins so.</summary>
    private static bool IsOption(string text) =>
        text.Length < 24
        && text.StartsWith("--", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-');
}
