namespace Authorizers.Cli.Policies;

/// <summary>One thing that AWS does not document, and how an account tells.</summary>
/// <param name="Question">What is to be settled.</param>
/// <param name="Script">For a shell, after the preparation, one command a line.</param>
/// <param name="Outcomes">What each means for the suite.</param>
internal sealed record Probe(string Question, string Script, params IReadOnlyList<ProbeOutcome> Outcomes);
