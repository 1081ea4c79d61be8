using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core;

/// <summary>
/// Addresses that begin alike, written as CIDR (RFC 4632 section 3.1). Host bits may be set, as people write
/// <c>123.4.5.6/24</c>, and are masked; an address alone is the range of itself.
/// </summary>
internal sealed record NetworkRange
{
    private readonly NetworkAddress _address;
    private readonly int _hostBits;

    public NetworkRange(NetworkAddress address, int prefixLength)
    {
        _hostBits = address.Length - prefixLength;
        _address = address with { Bits = Masked(address.Bits) };
    }

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NetworkRange? range)
    {
        range = null;
        int slash = text.IndexOf('/');
        if (!NetworkAddress.TryParseAsWritten(slash < 0 ? text : text[..slash], out NetworkAddress address))
        {
            return false;
        }

        int prefixLength = address.Length;
        if (slash >= 0 && !NetworkAddress.TryReadDecimal(text[(slash + 1)..], address.Length, out prefixLength))
        {
            return false;
        }

        range = address.Range(prefixLength);
        return true;
    }

    /// <summary>False for an address of the other family, whatever the range.</summary>
    public bool Contains(NetworkAddress address) =>
        address.Length == _address.Length && Masked(address.Bits) == _address.Bits;

    /// <summary>A shift by all 128 bits would be a shift by none.</summary>
    private UInt128 Masked(UInt128 bits) => _hostBits == 128 ? default : bits >> _hostBits << _hostBits;
}
