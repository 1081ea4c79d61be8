using System.Text.Json;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>A moment that a token speaks of.</summary>
/// <param name="Claim">Where it stands.</param>
/// <param name="At">Null when what stands there is no NumericDate from 1970 to 9999.</param>
internal sealed record ClaimTime(string Claim, DateTimeOffset? At)
{
    private const double LatestDate = 253_402_300_799;

    private static readonly string[] Claims = ["iat", "auth_time", "nbf", "exp"];

    public static IReadOnlyList<ClaimTime> ReadAll(JsonElement claims)
    {
        List<ClaimTime> times = [];
        foreach (string claim in Claims)
        {
            if (claims.TryGetProperty(claim, out JsonElement value))
            {
                times.Add(new ClaimTime(claim, Read(value)));
            }
        }

        return times;
    }

    private static DateTimeOffset? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double seconds) && seconds is >= 0 and <= LatestDate
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds)
            : null;
}
