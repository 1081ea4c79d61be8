using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Tokens;

/// <summary><c>token verify</c>: as many tokens as there are lines.</summary>
internal static class VerifyCommand
{
    private static readonly string Names = string.Join(", ", JwsAlgorithm.All.Select(algorithm => algorithm.Name));

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<FileInfo> config = ChosenConfiguration.CreateOption();
        Option<FileInfo> jwks = FileOption.Create("--jwks", "FILE", "A JWK Set with the keys, instead of a configuration.");
        Option<JwsAlgorithm[]> algorithms = AlgorithmsOption();
        var signatureOnly = new Option<bool>("--signature-only")
        {
            Description = "With --jwks: checks shape, header, key and signature, and none of the claims, not even exp.",
        };
        var command = new Command(
            "verify",
            "Reads one token a line from standard input, with or without Bearer before it, and prints one line of JSON for each.")
        { config, jwks, algorithms, signatureOnly, NoTokenArgument.Create() };
        command.Validators.Add(result => RefuseMixture(result, config, [jwks, algorithms, signatureOnly]));
        command.SetAction((parsed, cancel) => parsed.GetValue(jwks) is { } keys
            ? VerifySignaturesAsync(terminal, keys, parsed.GetValue(algorithms)!, cancel)
            : VerifyAsync(terminal, clock, parsed.GetValue(config), cancel));
        return command;
    }

    private static Option<JwsAlgorithm[]> AlgorithmsOption() => new("--algorithms")
    {
        HelpName = "A,B",
        Description = $"With --jwks: the accepted alg, of {Names}.",
        CustomParser = result =>
        {
            JwsAlgorithm?[] rows = [.. result.Tokens.SelectMany(names => names.Value.Split(',')).Select(JwsAlgorithm.Find)];
            if (rows.Contains(null))
            {
                result.AddError($"--algorithms takes names of {Names}, with commas between them.");
            }

            return rows!;
        },
    };

    private static void RefuseMixture(CommandResult result, Option config, Option[] ofSignature)
    {
        int given = ofSignature.Count(option => result.GetResult(option) is { Implicit: false });
        if (given > 0 && given < ofSignature.Length)
        {
            result.AddError("--jwks, --algorithms and --signature-only go together: claims need a configuration.");
        }
        else if (given > 0 && result.GetResult(config) is not null)
        {
            result.AddError("--config and --jwks exclude each other.");
        }
    }

    private static async Task<int> VerifySignaturesAsync(
        Terminal terminal, FileInfo jwks, JwsAlgorithm[] algorithms, CancellationToken cancel) =>
        KeyFile.TryRead(terminal, jwks, out KeySet? keys)
            ? await new TokenStream(terminal, new SignatureVerification(keys, algorithms)).RunAsync(cancel)
            : ExitCode.BadUsage;

    private static async Task<int> VerifyAsync(Terminal terminal, TimeProvider clock, FileInfo? config, CancellationToken cancel)
    {
        if (ChosenConfiguration.Find(terminal, config) is not { } file
            || ChosenConfiguration.Load(terminal, file) is not { } configuration)
        {
            return ExitCode.BadUsage;
        }

        TokenVerifier verifier = ConfiguredVerifier.Create(configuration, clock, terminal.Say);
        return await new TokenStream(terminal, new ConfiguredVerification(verifier, clock)).RunAsync(cancel);
    }
}
