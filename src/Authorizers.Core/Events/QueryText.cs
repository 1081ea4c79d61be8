using System.Globalization;

namespace Authorizers.Core.Events;

/// <summary>
/// A query string still encoded: <c>name=value</c>, parted by <c>&amp;</c>; <c>%</c> and two hexadecimal digits stand for a
/// byte and <c>+</c> for a space. Here a name that comes twice is seen to come twice, while the decoded map joins its values by
/// commas.
/// </summary>
internal static class QueryText
{
    /// <summary>Adds each value of the name, both decoded.</summary>
    public static void Find(ReadOnlySpan<byte> query, RequestKey key, List<ReadOnlyMemory<byte>> found)
    {
        foreach (Range range in query.Split((byte)'&'))
        {
            ReadOnlySpan<byte> pair = query[range];
            int equals = pair.IndexOf((byte)'=');
            if (key.IsSpelled(Decode(equals < 0 ? pair : pair[..equals])))
            {
                found.Add(equals < 0 ? default(ReadOnlyMemory<byte>) : Decode(pair[(equals + 1)..]));
            }
        }
    }

    /// <summary>What is no escape stands for itself.</summary>
    private static byte[] Decode(ReadOnlySpan<byte> text)
    {
        byte[] decoded = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte letter = text[i];
            if (letter == (byte)'%' && i + 2 < text.Length && TryHex(text.Slice(i + 1, 2), out byte value))
            {
                letter = value;
                i += 2;
            }
            else if (letter == (byte)'+')
            {
                letter = (byte)' ';
            }

            decoded[length++] = letter;
        }

        return decoded[..length];
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
