namespace Authorizers.Core.Credentials;

/// <summary>
/// The six letters that end an API key: the CRC-32 of all before them. Anybody can compute them, so they prove nothing; a key
/// that was mistyped or made up is told without asking a table.
/// </summary>
internal static class ApiKeyChecksum
{
    public const int Length = 6;

    /// <summary>The polynomial of IEEE 802.3, lowest bit first.</summary>
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    /// <summary>In base 62, zeros first.</summary>
    /// <param name="text">All before the checksum.</param>
    /// <param name="checksum">Takes six letters.</param>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> checksum)
    {
        uint rest = Of(text);
        for (int i = Length - 1; i >= 0; i--)
        {
            (rest, uint digit) = Math.DivRem(rest, (uint)ApiKey.Alphabet.Length);
            checksum[i] = (byte)ApiKey.Alphabet[(int)digit];
        }
    }

    private static uint Of(ReadOnlySpan<byte> text)
    {
        uint crc = uint.MaxValue;
        foreach (byte letter in text)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ letter)];
        }

        return ~crc;
    }

    private static uint Remainder(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
