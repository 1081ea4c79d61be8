namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What an oracle does not mind.</summary>
/// <param name="By">Whoever accepts such a token.</param>
/// <param name="Twists">By name, each of which it does not mind.</param>
internal sealed record Leniency(Oracle By, params string[] Twists);
