using System.CommandLine;

namespace Authorizers.Cli;

/// <summary>An option that names a file, which must be there.</summary>
internal static class FileOption
{
    public static Option<FileInfo> Create(string name, string valueName, string description)
    {
        var option = new Option<FileInfo>(name) { HelpName = valueName, Description = description };
        option.AcceptExistingOnly();
        return option;
    }
}
