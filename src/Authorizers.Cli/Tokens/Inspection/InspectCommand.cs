using System.CommandLine;
using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary><c>token inspect</c>: one token, and why it is or is not taken.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<FileInfo> config = ChosenConfiguration.CreateOption();
        var decodeOnly = new Option<bool>("--decode-only")
        {
            Description = "Shows header, claims and times, and holds them against nothing.",
        };
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON instead of text." };
        var command = new Command(
            "inspect",
            "Reads one token from standard input and shows header, claims, times and each check, and never the signature.")
        { config, decodeOnly, json, NoTokenArgument.Create() };
        command.Validators.Add(result =>
        {
            if (result.GetValue(decodeOnly) && result.GetResult(config) is not null)
            {
                result.AddError("--config and --decode-only exclude each other.");
            }
        });
        command.SetAction((parsed, cancel) => RunAsync(
            terminal,
            clock,
            parsed.GetValue(decodeOnly) ? null : ChosenConfiguration.Find(terminal, parsed.GetValue(config)),
            parsed.GetValue(json),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, TimeProvider clock, FileInfo? file, bool json, CancellationToken cancel)
    {
        AuthorizerConfiguration? configuration = file is null ? null : ChosenConfiguration.Load(terminal, file);
        if (file is not null && configuration is null)
        {
            return ExitCode.BadUsage;
        }

        List<ReadOnlyMemory<byte>?> lines = [];
        await foreach (ReadOnlyMemory<byte>? line in InputLines.ReadAsync(terminal.Input, cancel))
        {
            if (lines.Count < 2 && !IsBlank(line))
            {
                lines.Add(line);
            }
        }

        if (lines.Count != 1)
        {
            terminal.Say("Give one token on standard input; token verify takes many.");
            return ExitCode.BadUsage;
        }

        TokenInspection inspection = await InspectAsync(terminal, clock, configuration, lines[0]);
        terminal.WriteData(json ? InspectionJson.Write(inspection) : Encoding.ASCII.GetBytes(InspectionText.Write(inspection)));
        return inspection.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }

    private static bool IsBlank(ReadOnlyMemory<byte>? line) => line is { } text && text.Span.Trim(" \t\r"u8).IsEmpty;

    private static async Task<TokenInspection> InspectAsync(
        Terminal terminal, TimeProvider clock, AuthorizerConfiguration? configuration, ReadOnlyMemory<byte>? line)
    {
        TokenParts parts = TokenParts.Read(line);
        IReadOnlyList<ClaimTime> times = parts.Claims is { } claims ? ClaimTime.ReadAll(claims) : [];
        if (configuration is null)
        {
            return new TokenInspection(parts, times, clock.GetUtcNow(), Checks: null, Principal: null);
        }

        TokenVerifier verifier = ConfiguredVerifier.Create(configuration, clock, terminal.Say);
        var inspector = new TokenInspector(configuration, verifier, clock, terminal.Say);
        (CheckList checks, Principal? principal) = await inspector.InspectAsync(line);
        return new TokenInspection(parts, times, clock.GetUtcNow(), checks, principal);
    }
}
