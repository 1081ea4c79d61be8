using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Tickets;

/// <summary><c>ticket issue</c>: what a backend does for its page, by hand.</summary>
internal static class IssueCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        var rights = new RightsOptions("Who shall connect");
        Option<string> origin = Text("--origin", "ORIGIN", "The page's. Without it, the ticket is for a client that sends none.");
        Option<string> address = Text("--address", "IP", "The address that must connect. Without it, any.");
        Option<string> session = Text("--session", "SPAN", "When the connection should end. Without it, in two hours.");
        Option<string> lifetime = Text(
            "--lifetime", "SPAN", "For how long the ticket may be used: 1s to 5m. Without it, 30 seconds.");
        Option<bool> json = JsonOption.Create("Prints one line of JSON: ticket and expires.");
        var command = new Command("issue", "Issues a ticket for one connection and prints it, this once.");
        rights.AddTo(command);
        Array.ForEach((Option[])[origin, address, session, lifetime, json], command.Options.Add);
        command.SetTableAction(terminal, table, (opened, parsed, cancel) => new IssueRun(terminal, clock, opened).RunAsync(
            new IssueArguments
            {
                Rights = rights.Read(parsed),
                Origin = parsed.GetValue(origin),
                Address = parsed.GetValue(address),
                Session = parsed.GetValue(session),
                Lifetime = parsed.GetValue(lifetime),
                AsJson = parsed.GetValue(json),
            },
            cancel));
        return command;
    }

    private static Option<string> Text(string name, string valueName, string description) =>
        new(name) { HelpName = valueName, Description = description };
}
