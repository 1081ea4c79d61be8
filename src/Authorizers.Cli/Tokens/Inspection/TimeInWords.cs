using System.Globalization;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>A moment as people say it: from here, in the two largest units that matter.</summary>
internal static class TimeInWords
{
    private const long SecondsInDay = 86_400;

    private static readonly (string Name, long Seconds)[] Units =
        [("year", 365 * SecondsInDay), ("day", SecondsInDay), ("hour", 3_600), ("minute", 60), ("second", 1)];

    /// <summary>For example <c>in 59 minutes</c> or <c>2 days 1 hour ago</c>; fractions of a second are left out.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        long seconds = (long)Math.Abs((at - now).TotalSeconds);
        string span = Span(seconds);
        return seconds == 0 ? "now" : at > now ? $"in {span}" : $"{span} ago";
    }

    public static string Absolute(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Span(long seconds)
    {
        int first = Array.FindIndex(Units, unit => seconds >= unit.Seconds);
        List<string> words = [];
        foreach ((string name, long length) in first < 0 ? [] : Units[first..Math.Min(first + 2, Units.Length)])
        {
            long count = seconds / length;
            seconds -= count * length;
            if (count > 0)
            {
                words.Add($"{count} {name}{(count == 1 ? "" : "s")}");
            }
        }

        return string.Join(' ', words);
    }
}
