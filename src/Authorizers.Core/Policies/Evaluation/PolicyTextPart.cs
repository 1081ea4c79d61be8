namespace Authorizers.Core.Policies.Evaluation;

/// <summary>A character or wildcard of <see cref="GlobPattern"/>, or a variable in its place.</summary>
internal readonly record struct PolicyTextPart(int Symbol, PolicyVariable? Variable = null)
{
    public bool IsCharacter => Variable is null && Symbol >= 0;

    public bool IsColon => Variable is null && Symbol == ':';
}
