namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A token, and by name what is unusual about it: nothing, when every verifier should accept it.</summary>
internal sealed record GeneratedToken(string Text, IReadOnlyList<string> Twists)
{
    /// <summary>What is told of a failure: the keys are new in every run, and so is the token.</summary>
    public override string ToString() => $"[{string.Join(" + ", Twists)}]";
}
