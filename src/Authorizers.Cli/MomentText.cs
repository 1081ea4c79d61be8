using System.Globalization;

namespace Authorizers.Cli;

/// <summary>Reads when: a date and time of ISO 8601 with its offset, or a span from now.</summary>
internal static class MomentText
{
    public const string Example = "2027-01-31T12:00:00Z, 2027-01-31T12:00:00+01:00 or, from now on, " + SpanText.Example;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        if (!SpanText.TryParse(text, out TimeSpan span))
        {
            return DateTimeOffset.TryParseExact(
                text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
        }

        bool exists = span <= DateTimeOffset.MaxValue - now;
        moment = exists ? now + span : default;
        return exists;
    }

    /// <summary>Now, in the whole seconds that a record has.</summary>
    public static DateTimeOffset Now(TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
}
