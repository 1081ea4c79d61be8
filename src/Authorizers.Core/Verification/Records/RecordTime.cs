namespace Authorizers.Core.Verification.Records;

/// <summary>Moments as records have them: whole seconds since 1970, as DynamoDB's TTL counts.</summary>
internal static class RecordTime
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Null when there is none.</summary>
    public static DateTimeOffset? Take(RecordValues rest, string name) =>
        rest.Number(name, 0, LastSecond) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
