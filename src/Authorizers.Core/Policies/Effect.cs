namespace Authorizers.Core.Policies;

/// <summary>Deny is zero: a statement that nobody filled in refuses.</summary>
public enum Effect
{
    /// <summary>Refuses, whatever other statements say.</summary>
    Deny = 0,

    /// <summary>Grants, unless another statement refuses.</summary>
    Allow,
}
