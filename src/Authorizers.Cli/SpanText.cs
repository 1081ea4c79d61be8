using System.Globalization;

namespace Authorizers.Cli;

/// <summary>Reads how long: <c>90d</c>, <c>12h</c>, <c>30m</c> or <c>45s</c>.</summary>
internal static class SpanText
{
    public const string Example = "90d, 12h, 30m or 45s";

    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (text is not [.. var digits, var unit] || SecondsOf(unit) is not { } seconds
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || count > TimeSpan.MaxValue.TotalSeconds / seconds - 1)
        {
            return false;
        }

        span = TimeSpan.FromSeconds(seconds * count);
        return true;
    }

    private static long? SecondsOf(char unit) => unit switch
    {
        'd' => 86_400,
        'h' => 3_600,
        'm' => 60,
        's' => 1,
        _ => null,
    };
}
