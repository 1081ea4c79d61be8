using System.Text;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// How a segment can be spelled otherwise. An unreserved character may be percent-encoded, and a triplet written with small
/// letters, without a change of meaning (RFC 3986 sections 2.3 and 2.1): all such spellings are refused at once, by the triplet.
/// A reserved character may not, so just the segment's own spellings are refused: its triplets are of use in other values.
/// </summary>
internal static class Respelling
{
    /// <summary>The triplets that no path needs: of unreserved characters, and the segment's own with small letters.</summary>
    public static IEnumerable<string> Triplets(string segment) => Units(segment).SelectMany(unit => unit switch
    {
        [var letter] => PercentTriplets.IsUnreserved(letter) ? Encoded(letter) : [],
        ['%', var high, var low] => Cases(high, low).Where(triplet => triplet != unit),
        _ => [],
    });

    /// <summary>The segment itself and, with reserved characters in it, its spellings with those encoded.</summary>
    public static IEnumerable<string> Spellings(string segment)
    {
        IEnumerable<string> spelled = [""];
        foreach (string unit in Units(segment))
        {
            string[] forms = Forms(unit);
            spelled = [.. spelled.SelectMany(start => forms.Select(form => start + form))];
        }

        return spelled;
    }

    /// <summary>How many spellings the segments have together; as many as can be said when there are more.</summary>
    public static long Count(IEnumerable<string?> segments) => segments.OfType<string>().SelectMany(Units)
        .Aggregate(1L, (count, unit) => Math.Min(int.MaxValue, count * Forms(unit).Length));

    /// <summary>Characters and percent triplets.</summary>
    private static IEnumerable<string> Units(string segment)
    {
        for (int index = 0; index < segment.Length; index++)
        {
            if (segment[index] == '%' && index + 2 < segment.Length)
            {
                yield return segment.Substring(index, 3);
                index += 2;
            }
            else
            {
                yield return segment[index].ToString();
            }
        }
    }

    private static string[] Forms(string unit) =>
        unit is [var letter] && !PercentTriplets.IsUnreserved(letter) ? [unit, .. Encoded(letter)] : [unit];

    private static IEnumerable<string> Encoded(char letter)
    {
        string hex = Convert.ToHexString(Encoding.ASCII.GetBytes([letter]));
        return Cases(hex[0], hex[1]);
    }

    private static IEnumerable<string> Cases(char high, char low) =>
        from first in Cases(high) from second in Cases(low) select $"%{first}{second}";

    private static IEnumerable<char> Cases(char digit) => char.IsAsciiLetter(digit) ? [digit, char.ToLowerInvariant(digit)] : [digit];
}
