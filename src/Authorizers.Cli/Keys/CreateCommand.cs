using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys create</c>: the only time that a key is shown, besides <c>keys rotate</c>.</summary>
internal static class CreateCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        var rights = new RightsOptions("Whose key it is");
        var limits = new LimitOptions();
        Option<string> prefix = PrefixOption.Create();
        Option<bool> json = JsonOption.Create("Prints one line of JSON: key and record.");
        var command = new Command("create", "Makes a new key, writes its record and prints the key, this once.");
        rights.AddTo(command);
        limits.AddTo(command);
        command.Options.Add(prefix);
        command.Options.Add(json);
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
            new CreateRun(terminal, clock, opened).RunAsync(
                limits.Read(parsed, rights.Read(parsed)), parsed.GetValue(prefix), parsed.GetValue(json), cancel));
        return command;
    }
}
