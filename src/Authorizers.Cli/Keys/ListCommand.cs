using System.CommandLine;
using System.Globalization;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys list</c>: what there is, a line each.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        var principal = new Option<string>("--principal") { HelpName = "P", Description = "Keys of this principal alone." };
        var plan = new Option<string>("--plan") { HelpName = "NAME", Description = "Keys of this usage plan alone." };
        Option<int?> limit = LimitOption();
        Option<bool> json = JsonOption.Create("Prints one line of JSON for each record, as export does.");
        var command = new Command("list", "Shows the keys, in no order that means anything.") { principal, plan, limit, json };
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
        {
            var run = new ListRun(terminal, opened.Store.ScanAsync(parsed.GetValue(principal), parsed.GetValue(plan), cancel));
            return parsed.GetValue(json)
                ? run.WriteAsync(parsed.GetValue(limit))
                : run.ShowAsync(parsed.GetValue(limit), MomentText.Now(clock));
        });
        return command;
    }

    private static Option<int?> LimitOption()
    {
        var option = new Option<int?>("--limit")
        {
            HelpName = "N",
            Description = $"At most so many. Without it, {ListRun.DefaultLimit}, and with --json all.",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var text]
                && !(int.TryParse(text.Value, CultureInfo.InvariantCulture, out int count) && count > 0))
            {
                result.AddError("--limit takes a number of at least 1.");
            }
        });
        return option;
    }
}
