using System.Globalization;

namespace Authorizers.Templates.Linting;

/// <summary>A duration as templates and configurations write it: whole seconds, or <c>[d.]hh:mm:ss</c>.</summary>
internal static class Seconds
{
    private static readonly string[] Formats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    /// <summary>Null for what is no duration, such as a parameter without a value.</summary>
    public static long? Of(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds
        : TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out TimeSpan span) ? (long)span.TotalSeconds
        : null;
}
