using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>Seconds since 1970 as a JSON number, integral or fractional (RFC 7519 section 2), up to the year 9999.</summary>
internal static class NumericDate
{
    private const double Latest = 253_402_300_799;

    /// <summary>False when the value is no such number.</summary>
    public static bool TryRead(JsonElement value, out DateTimeOffset date)
    {
        double seconds = 0;
        bool good = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out seconds) && seconds is >= 0 and <= Latest;
        date = good ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds) : default;
        return good;
    }
}
