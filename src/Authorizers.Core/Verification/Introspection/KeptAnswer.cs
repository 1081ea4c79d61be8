namespace Authorizers.Core.Verification.Introspection;

/// <summary>An answer at hand.</summary>
/// <param name="Answer">What the issuer said.</param>
/// <param name="Until">The first moment at which it must be asked again.</param>
internal sealed record KeptAnswer(IntrospectionAnswer Answer, DateTimeOffset Until);
