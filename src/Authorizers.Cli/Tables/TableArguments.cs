namespace Authorizers.Cli.Tables;

/// <summary>Which table, and by which way, as the command line has it; null for what it leaves open.</summary>
internal sealed record TableArguments
{
    public string? Table { get; init; }

    public Uri? Endpoint { get; init; }

    public string? Region { get; init; }

    public string? Profile { get; init; }

    public FileInfo? Configuration { get; init; }
}
