using System.Text;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// How a segment can be spelled otherwise. An unreserved character may be percent-encoded without a change of meaning (RFC 3986
/// section 2.3): all such spellings are refused at once, by the triplet. A reserved one may not, so just the segment's own
/// spellings are refused: its triplets are of use in other values.
/// </summary>
internal static class Respelling
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The triplets of the segment's unreserved characters, in both cases of their hexadecimal digits.</summary>
    public static IEnumerable<string> Triplets(string segment) =>
        Units(segment).Where(unit => unit is [var letter] && Unreserved.Contains(letter)).SelectMany(unit => Encoded(unit[0]));

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

    private static string[] Forms(string unit) => unit switch
    {
        [var letter] => Unreserved.Contains(letter) ? [unit] : [unit, .. Encoded(letter)],
        _ => [.. new[] { unit, unit.ToUpperInvariant(), unit.ToLowerInvariant() }.Distinct(StringComparer.Ordinal)],
    };

    private static IEnumerable<string> Encoded(char letter)
    {
        string hex = Convert.ToHexString(Encoding.ASCII.GetBytes([letter]));
        yield return $"%{hex}";
        if (hex.Any(char.IsAsciiLetterUpper))
        {
            yield return $"%{hex.ToLowerInvariant()}";
        }
    }
}
