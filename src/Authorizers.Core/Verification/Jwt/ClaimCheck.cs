namespace Authorizers.Core.Verification.Jwt;

/// <summary>One check of a token's claims.</summary>
/// <param name="Name">What is checked: a registered claim where there is one, such as <c>exp</c>.</param>
/// <param name="FirstFailure">Null when it holds.</param>
internal sealed record ClaimCheck(string Name, ClaimCheck.Test FirstFailure)
{
    public delegate Rejection? Test(in ClaimsUnderCheck token);
}
