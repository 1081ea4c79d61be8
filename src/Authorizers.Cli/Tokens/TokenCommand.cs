using System.CommandLine;
using Authorizers.Cli.Tokens.Inspection;

namespace Authorizers.Cli.Tokens;

/// <summary><c>token</c>: what becomes of tokens, without a function around it.</summary>
internal static class TokenCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) => new(
        "token",
        "Verifies tokens as the functions do, or shows what is in one. Tokens come from standard input.")
    { VerifyCommand.Create(terminal, clock), InspectCommand.Create(terminal, clock) };
}
