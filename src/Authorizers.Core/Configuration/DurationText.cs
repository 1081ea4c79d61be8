using System.Globalization;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Reads a duration: whole seconds (<c>300</c>), or <c>[d.]hh:mm:ss</c>. The platform's own parser would take <c>300</c> for
/// days.
/// </summary>
internal static class DurationText
{
    private static readonly string[] Formats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            duration = TimeSpan.FromSeconds(seconds);
            return true;
        }

        return TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out duration);
    }
}
