namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What may be written in a policy, by whose policy it is.</summary>
internal sealed record PolicyLanguage
{
    /// <summary>Of an authorizer: about a caller who is known, so it names no principal.</summary>
    public static PolicyLanguage Authorizer { get; } = new() { Source = "authorizer", MaxResourceLength = 512 };

    /// <summary>Of an API: it names principals, and may write <c>execute-api:/stage/GET/path</c> for its own methods.</summary>
    public static PolicyLanguage Resource { get; } = new() { Source = "resource", IsOfApi = true, MaxResourceLength = 8192 };

    /// <summary>How answers name the policy.</summary>
    public required string Source { get; init; }

    public bool IsOfApi { get; private init; }

    /// <summary>In characters.</summary>
    public required int MaxResourceLength { get; init; }

    /// <summary>Only the current version of the language has policy variables.</summary>
    public bool HasVariables { get; init; }
}
