using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys rotate</c>: a new key with the same rights, and an end for the old one.</summary>
internal static class RotateCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        Argument<string> id = IdArgument.Create();
        var overlap = new Option<string>("--overlap")
        {
            HelpName = "SPAN",
            Description = $"For how long the old key stays good: {SpanText.Example}.",
            Required = true,
        };
        var expires = new Option<string>("--expires")
        {
            HelpName = "T",
            Description = "Until when the new key is good. Without it, for as long as the old one was made for.",
        };
        Option<string> prefix = PrefixOption.Create();
        Option<bool> json = JsonOption.Create("Prints one line of JSON: the new key and its record.");
        var command = new Command(
            "rotate", "Makes a new key with the rights of an old one, prints it, this once, and sets the old one an end.")
        { id, overlap, expires, prefix, json };
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
            new RotateRun(terminal, MomentText.Now(clock), opened).RunAsync(
                new RotateArguments
                {
                    Id = parsed.GetValue(id)!,
                    Overlap = parsed.GetValue(overlap)!,
                    Expires = parsed.GetValue(expires),
                    Prefix = parsed.GetValue(prefix),
                    AsJson = parsed.GetValue(json),
                },
                cancel));
        return command;
    }
}
