namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What a server does on one connection: it waits for a request, sends an answer, and so on; then it closes.</summary>
/// <param name="Answers">Latin 1. An empty one takes a request and says nothing.</param>
internal sealed record ScriptedConnection(params string[] Answers)
{
    /// <summary>Closes by a reset (RST) instead of an end (FIN).</summary>
    public bool Resets { get; init; }
}
