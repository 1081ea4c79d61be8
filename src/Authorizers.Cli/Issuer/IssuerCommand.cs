using System.CommandLine;

namespace Authorizers.Cli.Issuer;

/// <summary><c>issuer</c>: what is done with the issuers of a configuration at the desk, and not by a function.</summary>
internal static class IssuerCommand
{
    public static Command Create(Terminal terminal) =>
        new("issuer", "Works with the issuers of a configuration.") { PinCommand.Create(terminal) };
}
