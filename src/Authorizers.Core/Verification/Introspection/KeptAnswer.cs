namespace Authorizers.Core.Verification.Introspection;

/// <summary>An answer at hand.</summary>
/// <param name="Answer">What the issuer said.</param>
/// <param name="AskedAt">The first moment at which it serves: before it is only a clock that was set back.</param>
/// <param name="Until">The first moment at which it must be asked again.</param>
internal sealed record KeptAnswer(IntrospectionAnswer Answer, DateTimeOffset AskedAt, DateTimeOffset Until)
{
    public bool Serves(DateTimeOffset now) => AskedAt <= now && now < Until;
}
