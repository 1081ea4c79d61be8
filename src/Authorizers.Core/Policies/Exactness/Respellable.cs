namespace Authorizers.Core.Policies.Exactness;

/// <summary>A refused path of which a granted wildcard covers other spellings too.</summary>
/// <param name="Glob">The path.</param>
/// <param name="Texts">Its segments that can be spelled otherwise; null for the others.</param>
internal sealed record Respellable(string?[] Glob, string?[] Texts);
