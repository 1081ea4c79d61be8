namespace Authorizers.Cli.Keys;

/// <summary>What became of one line.</summary>
internal enum ImportOutcome
{
    Refused,
    Added,
    Replaced,
    Skipped,
}
