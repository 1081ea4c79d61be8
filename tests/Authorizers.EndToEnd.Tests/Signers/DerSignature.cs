using System.Formats.Asn1;
using System.Numerics;

namespace Authorizers.EndToEnd.Tests.Signers;

/// <summary>An elliptic curve signature as a sequence of two numbers (RFC 3279 section 2.2.3).</summary>
internal static class DerSignature
{
    /// <summary>The two numbers side by side, each of the same length in bytes (RFC 7518 section 3.4).</summary>
    public static byte[] InFixedLength(byte[] der, int length)
    {
        AsnReader numbers = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        return [.. Padded(numbers.ReadInteger()), .. Padded(numbers.ReadInteger())];

        byte[] Padded(BigInteger number)
        {
            byte[] digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            return [.. new byte[length - digits.Length], .. digits];
        }
    }
}
