namespace Authorizers.Cli.Keys;

/// <summary>Which key to replace, and when it ends, as the command line has it.</summary>
internal sealed record RotateArguments
{
    public required string Id { get; init; }

    public required string Overlap { get; init; }

    public string? Expires { get; init; }

    public string? Prefix { get; init; }

    public bool AsJson { get; init; }
}
