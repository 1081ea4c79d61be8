namespace Authorizers.Cli.Keys;

/// <summary>What a new key is to be, as the command line has it: nothing is checked or taken apart yet.</summary>
internal sealed record CreateArguments
{
    public required string Principal { get; init; }

    public string[] Scopes { get; init; } = [];

    public string[] Groups { get; init; } = [];

    public string? Plan { get; init; }

    public string? UsageIdentifierKey { get; init; }

    public string? NotBefore { get; init; }

    public string? Expires { get; init; }

    public string[] Routes { get; init; } = [];

    public string[] Cidrs { get; init; } = [];

    public string[] Context { get; init; } = [];
}
