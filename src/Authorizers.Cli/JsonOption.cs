using System.CommandLine;

namespace Authorizers.Cli;

/// <summary><c>--json</c>: for programs instead of people.</summary>
internal static class JsonOption
{
    public static Option<bool> Create(string description) => new("--json") { Description = description };
}
