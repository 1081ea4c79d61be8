using System.CommandLine;

namespace Authorizers.Cli.Tokens;

/// <summary><c>token</c>: what becomes of tokens, without a function around it.</summary>
internal static class TokenCommand
{
    public static Command Create(Terminal terminal) => new(
        "token",
        "Verifies tokens as the functions do, or shows what is in one. Tokens come from standard input.")
    { VerifyCommand.Create(terminal) };
}
