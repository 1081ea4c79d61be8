using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary>What a new key is to be, as the command line has it: nothing is checked yet.</summary>
internal sealed record CreateArguments
{
    public required RightsArguments Rights { get; init; }

    public string? Plan { get; init; }

    public string? UsageIdentifierKey { get; init; }

    public string? NotBefore { get; init; }

    public string? Expires { get; init; }

    /// <summary>With commas between some of them.</summary>
    public string[] Routes { get; init; } = [];

    public string[] Cidrs { get; init; } = [];
}
