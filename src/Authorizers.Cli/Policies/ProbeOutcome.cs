namespace Authorizers.Cli.Policies;

/// <summary>What may be seen, and what that means.</summary>
internal sealed record ProbeOutcome(string Seen, string Means);
