namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What somebody between issuer and API does to a good token.</summary>
/// <param name="Name">By which the differences that it makes are listed.</param>
/// <param name="Apply">Of the token and another good one; null when it cannot be done to this one.</param>
internal sealed record WireTwist(string Name, Func<SignedToken, SignedToken, Random, string?> Apply);
