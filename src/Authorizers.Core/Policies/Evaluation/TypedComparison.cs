using System.Globalization;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// Values that are numbers, dates, booleans or address ranges. What the request has instead of one is not comparable.
/// </summary>
internal static class TypedComparison
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <param name="accepts">Takes how the request's number is ordered to the policy's, as CompareTo says it.</param>
    public static Func<string, bool, ConditionValue?> Number(Predicate<int> accepts) => (text, _) =>
        TryNumber(text, out decimal bound)
            ? ConditionValue.Of(actual => TryNumber(actual, out decimal number) && accepts(number.CompareTo(bound)))
            : null;

    /// <param name="accepts">Takes how the request's date is ordered to the policy's, as CompareTo says it.</param>
    public static Func<string, bool, ConditionValue?> Date(Predicate<int> accepts) => (text, _) =>
        PolicyDate.TryParse(text, out DateTimeOffset bound)
            ? ConditionValue.Of(actual => PolicyDate.TryParse(actual, out DateTimeOffset date) && accepts(date.CompareTo(bound)))
            : null;

    public static ConditionValue? Flag(string text, bool hasVariables) =>
        bool.TryParse(text, out bool wanted)
            ? ConditionValue.Of(actual => bool.TryParse(actual, out bool flag) && flag == wanted)
            : null;

    public static ConditionValue? Address(string text, bool hasVariables) =>
        NetworkRange.TryParse(text, out NetworkRange? range)
            ? ConditionValue.Of(actual => NetworkAddress.TryParse(actual, out NetworkAddress address) && range.Contains(address))
            : null;

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out number);
}
