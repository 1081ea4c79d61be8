namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>A lookup at hand.</summary>
/// <param name="Lookup">What was found.</param>
/// <param name="AskedAt">The first moment at which it serves: before it is only a clock that was set back.</param>
/// <param name="Until">The first moment at which the records must be asked again.</param>
internal sealed record KeptLookup(ApiKeyLookup Lookup, DateTimeOffset AskedAt, DateTimeOffset Until)
{
    public bool Serves(DateTimeOffset now) => AskedAt <= now && now < Until;
}
