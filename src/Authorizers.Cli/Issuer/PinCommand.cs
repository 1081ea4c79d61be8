using System.CommandLine;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary><c>issuer pin</c>: fetches and checks what a function then need not fetch at its start.</summary>
internal static class PinCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<FileInfo> config = ChosenConfiguration.CreateOption();
        var issuer = new Option<string>("--issuer")
        {
            HelpName = "ISSUER",
            Description = "The one issuer to pin, spelled as in the configuration. Roots that were pinned before are then kept.",
        };
        var command = new Command(
            "pin",
            "Writes each issuer's key set, and the roots that the issuers' certificates end in, beside the configuration, to be "
            + "deployed with it. Nothing is written unless everything could be fetched and is good.")
        { config, issuer };
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetValue(config), parsed.GetValue(issuer)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FileInfo? config, string? issuer)
    {
        if (ChosenConfiguration.Find(terminal, config) is not { } configuration)
        {
            return ExitCode.BadUsage;
        }

        try
        {
            var plan = PinPlan.Create(configuration, issuer, terminal.Say);
            Pin pin = await Pin.FetchAsync(plan, terminal.Say);
            pin.Write();
            terminal.WriteData(PinReport.Json(pin));
            foreach (string advice in PinReport.Advice(pin))
            {
                terminal.Say(advice);
            }

            return ExitCode.Done;
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return ExitCode.BadUsage;
        }
        catch (PinException e)
        {
            terminal.Say($"{e.Message}\nNothing was written.");
            return ExitCode.Failed;
        }
    }
}
