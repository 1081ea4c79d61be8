namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What comes of policies for one request.</summary>
internal enum PolicyDecision
{
    /// <summary>No statement allows it.</summary>
    ImplicitDeny = 0,

    /// <summary>A statement refuses it.</summary>
    ExplicitDeny,

    /// <summary>A statement allows it, and none refuses it.</summary>
    Allow,

    /// <summary>A policy is none, so nothing is decided and the client gets an error.</summary>
    Malformed,
}
