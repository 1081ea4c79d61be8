using System.Globalization;
using System.Runtime.InteropServices;

namespace Authorizers.Core;

/// <summary>
/// An IPv4 or IPv6 address, read strictly, since the platform's own parsers differ between versions: no leading zeros in a
/// dotted quad, no zone, no brackets. An IPv4-mapped address (RFC 4291 section 2.5.5.2) is the IPv4 address.
/// </summary>
/// <param name="Bits">The address as a number.</param>
/// <param name="Length">32 or 128 bits: which of the two it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NetworkAddress(UInt128 Bits, int Length)
{
    private const int Groups = 8;
    private const int MappedPrefix = 96;

    public static bool TryParse(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        bool parsed = TryParseAsWritten(text, out address);
        address = address.IsMapped ? address.Unmapped() : address;
        return parsed;
    }

    /// <summary>The same, an IPv4-mapped address staying what it is written as.</summary>
    public static bool TryParseAsWritten(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        bool isIpv6 = text.Contains(':');
        UInt128 bits;
        bool parsed = isIpv6 ? TryReadIpv6(text, out bits) : TryReadQuad(text, out bits);
        address = parsed ? new NetworkAddress(bits, isIpv6 ? 128 : 32) : default;
        return parsed;
    }

    /// <summary>The range of that many leading bits; an IPv4-mapped one is the IPv4 range.</summary>
    public NetworkRange Range(int prefixLength) =>
        IsMapped && prefixLength >= MappedPrefix
            ? new NetworkRange(Unmapped(), prefixLength - MappedPrefix)
            : new NetworkRange(this, prefixLength);

    private bool IsMapped => Length == 128 && Bits >> 32 == 0xFFFF;

    private NetworkAddress Unmapped() => new((uint)Bits, 32);

    private static bool TryReadIpv6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        int gap = text.IndexOf("::");
        if (gap < 0)
        {
            return TryReadGroups(text, isEnd: true, out bits, out int count) && count == Groups;
        }

        bits = default;
        if (!TryReadGroups(text[..gap], isEnd: false, out UInt128 high, out int before)
            || !TryReadGroups(text[(gap + 2)..], isEnd: true, out UInt128 low, out int after)
            || before + after >= Groups)
        {
            return false;
        }

        bits = before == 0 ? low : (high << (16 * (Groups - before))) | low;
        return true;
    }

    /// <summary>Groups of up to four hexadecimal digits; the last two may be written as a dotted quad.</summary>
    private static bool TryReadGroups(ReadOnlySpan<char> text, bool isEnd, out UInt128 bits, out int count)
    {
        bits = default;
        count = 0;
        while (!text.IsEmpty)
        {
            int colon = text.IndexOf(':');
            ReadOnlySpan<char> group = colon < 0 ? text : text[..colon];
            bool isQuad = isEnd && colon < 0 && group.Contains('.');
            UInt128 value;
            if (isQuad ? !TryReadQuad(group, out value) : !TryReadGroup(group, out value))
            {
                return false;
            }

            bits = isQuad ? (bits << 32) | value : (bits << 16) | value;
            count += isQuad ? 2 : 1;
            if (count > Groups || colon == text.Length - 1)
            {
                return false;
            }

            text = colon < 0 ? [] : text[(colon + 1)..];
        }

        return true;
    }

    private static bool TryReadGroup(ReadOnlySpan<char> text, out UInt128 value)
    {
        bool read = ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort group);
        value = group;
        return read && text.Length <= 4;
    }

    private static bool TryReadQuad(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = default;
        int count = 0;
        foreach (Range part in text.Split('.'))
        {
            if (++count > 4 || !TryReadDecimal(text[part], byte.MaxValue, out int octet))
            {
                return false;
            }

            value = (value << 8) | (uint)octet;
        }

        return count == 4;
    }

    /// <summary>One to three digits, no leading zero: what begins with one is octal to some readers.</summary>
    internal static bool TryReadDecimal(ReadOnlySpan<char> text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && text.Length <= 3 && (text[0] != '0' || text.Length == 1) && value <= max;
}
