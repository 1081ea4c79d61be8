namespace Authorizers.Tests.Shared.Routing;

/// <summary>What a policy has to do with a call.</summary>
internal enum CallVerdict
{
    /// <summary>It has to refuse, and by an explicit Deny where a refused route could be meant.</summary>
    Refuse = 0,

    /// <summary>It has to allow.</summary>
    Allow,

    /// <summary>Either will do: no refused route can be meant.</summary>
    Free,
}
