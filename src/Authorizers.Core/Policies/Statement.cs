namespace Authorizers.Core.Policies;

/// <summary>
/// One statement about <c>execute-api:Invoke</c>. It names resources or the resources it is not about, never both.
/// </summary>
public sealed class Statement
{
    /// <summary>The only action there is in these policies.</summary>
    public const string Action = "execute-api:Invoke";

    /// <summary>Allow or Deny; Deny when not said.</summary>
    public Effect Effect { get; init; }

    /// <summary>ARNs, possibly with <c>*</c> and <c>?</c>.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The statement is about all resources but these.</summary>
    public IReadOnlyList<string> NotResources { get; init; } = [];
}
