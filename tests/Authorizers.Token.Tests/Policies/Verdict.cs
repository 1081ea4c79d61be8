namespace Authorizers.Token.Tests.Policies;

/// <summary>How a policy answers one call.</summary>
internal enum Verdict
{
    ImplicitDeny = 0,
    ExplicitDeny,
    Allow,
}
