namespace Authorizers.Cli.Tables;

/// <summary>Whose a new credential is and what it may do, as the command line has it: nothing is checked yet.</summary>
internal sealed record RightsArguments
{
    public required string Principal { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Null when one of them has no value.</summary>
    public IReadOnlyList<KeyValuePair<string, object>>? Context { get; init; } = [];
}
