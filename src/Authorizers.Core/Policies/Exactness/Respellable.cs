namespace Authorizers.Core.Policies.Exactness;

/// <summary>A refused path of which a granted wildcard covers other spellings too.</summary>
/// <param name="Glob">The path.</param>
/// <param name="Texts">Its segments that can be spelled otherwise; null for the others.</param>
/// <param name="EndsInSlash">It is refused with a slash at its end, and without one granted.</param>
internal sealed record Respellable(string?[] Glob, string?[] Texts, bool EndsInSlash);
