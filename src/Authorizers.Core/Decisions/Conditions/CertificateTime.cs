namespace Authorizers.Core.Decisions.Conditions;

/// <summary>
/// A time as API Gateway tells it of a certificate: <c>May 28 12:30:02 2026 GMT</c>, with a second space before a day of one
/// digit.
/// </summary>
internal static class CertificateTime
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private const int LengthAfterDay = 18;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 23 or > 24 || text[3] != ' ' || !TryReadMonth(text[..3], out int month))
        {
            return false;
        }

        ReadOnlySpan<char> day = text[4..^LengthAfterDay];
        ReadOnlySpan<char> rest = text[^LengthAfterDay..];
        return rest is [' ', _, _, ':', _, _, ':', _, _, ' ', _, _, _, _, ' ', 'G', 'M', 'T']
            && CalendarTime.TryReadNumber(day is [' ', _] ? day[1..] : day, out int dayOfMonth)
            && CalendarTime.TryCreate(rest[10..14], month, dayOfMonth, rest[1..9], out time);
    }

    private static bool TryReadMonth(ReadOnlySpan<char> name, out int month)
    {
        int at = 0;
        while (at < Months.Length && !Months.AsSpan(at, 3).SequenceEqual(name))
        {
            at += 3;
        }

        month = (at / 3) + 1;
        return at < Months.Length;
    }
}
