using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Authorizers.Core.Verification.Records;

/// <summary>A number of a record: a long, or a double that says all that was written. DynamoDB keeps 38 digits.</summary>
public static class RecordNumber
{
    /// <summary>As many digits as any double keeps.</summary>
    private const int MostDigits = 15;

    /// <summary>False for what would lose digits.</summary>
    /// <param name="text">As JSON and DynamoDB write it.</param>
    /// <param name="number">A long or a double.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out object? number)
    {
        number = null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            number = integer;
        }
        else if (Digits(text) <= MostDigits
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && double.IsFinite(real))
        {
            number = real;
        }

        return number is not null;
    }

    /// <summary>True for a double that is read as it is written. DynamoDB's numbers are from 1E-130 to less than 1E126.</summary>
    public static bool IsGood(double number) =>
        Math.Abs(number) is 0 or (>= 1e-130 and < 1e126)
        && TryParse(number.ToString("R", CultureInfo.InvariantCulture), out _);

    private static int Digits(string text) =>
        text.Split('e', 'E')[0].Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();
}
