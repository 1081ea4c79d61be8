using System.CommandLine.Parsing;

namespace Authorizers.Cli;

/// <summary>Refuses credentials that are typed whole: shells keep what is typed, and an error would quote it.</summary>
internal static class WholeSecret
{
    /// <summary>For a verb, with all that was typed before it.</summary>
    public static void Refuse(CommandResult result)
    {
        List<string> texts = [];
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            texts.AddRange((at as CommandResult)?.Children.SelectMany(child => child.Tokens).Select(token => token.Value) ?? []);
        }

        if (texts.Exists(SecretText.HoldsKey))
        {
            result.AddError(
                "A whole API key stands on the command line. "
                + "Give its id alone where that is asked for: the 12 letters and digits between the underscores.");
        }

        if (texts.Exists(SecretText.HoldsTicket))
        {
            result.AddError("A ticket stands on the command line, where none is asked for.");
        }
    }
}
