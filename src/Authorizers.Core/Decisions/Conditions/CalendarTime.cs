using System.Globalization;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>Puts a time together from numbers in a text, each checked: the platform's own parsers take too much.</summary>
internal static class CalendarTime
{
    /// <summary>Digits and nothing else.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <param name="year">Four digits.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <param name="day">Of that month.</param>
    /// <param name="clock"><c>hh:mm:ss</c>, its colons seen by the caller.</param>
    /// <param name="time">In UTC.</param>
    public static bool TryCreate(
        ReadOnlySpan<char> year, int month, int day, ReadOnlySpan<char> clock, out DateTimeOffset time)
    {
        time = default;
        if (!TryReadNumber(year, out int years) || years < 1 || month is < 1 or > 12
            || day < 1 || day > DateTime.DaysInMonth(years, month)
            || !TryReadNumber(clock[..2], out int hour) || hour > 23
            || !TryReadNumber(clock[3..5], out int minute) || minute > 59
            || !TryReadNumber(clock[6..8], out int second) || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(years, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }
}
