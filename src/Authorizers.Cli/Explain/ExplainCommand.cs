using System.CommandLine;
using System.Text;
using Authorizers.Cli.Invoke;
using Authorizers.Cli.Policies;

namespace Authorizers.Cli.Explain;

/// <summary><c>explain FUNCTION EVENT</c>: what becomes of one call, step by step, and why.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var call = new CallArguments();
        var gateway = new GatewayOptions("what the event is from");
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON instead of text." };
        var command = new Command(
            "explain",
            "Runs one function on one event and tells what was found, what decided, what the client gets, and whether a "
            + "cached copy of the answer would do for other routes.");
        call.AddTo(command);
        gateway.AddTo(command);
        command.Options.Add(json);
        command.SetAction((parsed, _) => call.Read(parsed, terminal) is { } read
            ? RunAsync(terminal, clock, read, gateway.Read(parsed), parsed.GetValue(json))
            : Task.FromResult(ExitCode.BadUsage));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, TimeProvider clock, Call call, GatewayArguments gateway, bool json)
    {
        if (await new Explainer(terminal, clock).ExplainAsync(call, gateway) is not { } explanation)
        {
            return ExitCode.BadUsage;
        }

        terminal.WriteData(json
            ? ExplanationJson.Write(explanation)
            : Encoding.ASCII.GetBytes(ExplanationText.Write(explanation)));
        return explanation.Answer.IsFailure ? ExitCode.Failed : ExitCode.Done;
    }
}
