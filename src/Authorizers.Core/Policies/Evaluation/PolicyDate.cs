using System.Globalization;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// A date as conditions write it: the W3C's profile of ISO 8601, or seconds since 1970. Four digits are a year.
/// </summary>
internal static class PolicyDate
{
    private static readonly string[] Formats =
        ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        if (text.Length != 4
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= Latest)
        {
            date = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return true;
        }

        string zoned = text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text;
        return DateTimeOffset.TryParseExact(
            zoned, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }
}
