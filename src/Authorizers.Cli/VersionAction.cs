using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Authorizers.Cli;

/// <summary><c>--version</c>: of this assembly, which says the package feed too, whichever process it runs in.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        terminal.WriteData(System.Text.Encoding.UTF8.GetBytes(version.InformationalVersion));
        return ExitCode.Done;
    }
}
