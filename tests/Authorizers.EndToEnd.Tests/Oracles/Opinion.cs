namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What a verifier thinks of a token.</summary>
/// <param name="Accepted">True when it would let the bearer in.</param>
/// <param name="Subject">Whom it takes the bearer for; null when refused, or when there is none.</param>
/// <param name="Code">Why this project's verifier refuses; null for the others.</param>
internal sealed record Opinion(bool Accepted, string? Subject = null, string? Code = null);
