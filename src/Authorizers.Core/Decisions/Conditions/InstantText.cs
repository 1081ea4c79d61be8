namespace Authorizers.Core.Decisions.Conditions;

/// <summary>
/// An instant of RFC 3339 section 5.6, in capitals: <c>2026-11-20T12:00:00Z</c>, with up to seven digits of a second and an
/// offset in place of <c>Z</c>. There is no second 60.
/// </summary>
internal static class InstantText
{
    private const int LengthOfSeconds = 19;
    private const int MaxFraction = 7;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length <= LengthOfSeconds
            || text is not [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, ..]
            || !CalendarTime.TryReadNumber(text[5..7], out int month)
            || !CalendarTime.TryReadNumber(text[8..10], out int day)
            || !CalendarTime.TryCreate(text[..4], month, day, text[11..LengthOfSeconds], out DateTimeOffset local))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[LengthOfSeconds..];
        if (!TryTakeFraction(ref rest, out long ticks) || !TryReadOffset(rest, out TimeSpan offset))
        {
            return false;
        }

        long utc = local.Ticks + ticks - offset.Ticks;
        bool good = utc >= DateTimeOffset.MinValue.Ticks && utc <= DateTimeOffset.MaxValue.Ticks;
        instant = good ? new DateTimeOffset(utc, TimeSpan.Zero) : default;
        return good;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
        {
            return true;
        }

        ReadOnlySpan<char> digits = rest[1..];
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        if (end is < 1 or > MaxFraction || !CalendarTime.TryReadNumber(digits[..end], out int fraction))
        {
            return false;
        }

        ticks = fraction;
        for (int missing = end; missing < MaxFraction; missing++)
        {
            ticks *= 10;
        }

        rest = digits[end..];
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z")
        {
            return true;
        }

        if (text is not [('+' or '-') and var sign, _, _, ':', _, _]
            || !CalendarTime.TryReadNumber(text[1..3], out int hours) || hours > 23
            || !CalendarTime.TryReadNumber(text[4..], out int minutes) || minutes > 59)
        {
            return false;
        }

        var size = new TimeSpan(hours, minutes, 0);
        offset = sign == '-' ? -size : size;
        return true;
    }
}
