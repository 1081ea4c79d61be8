using System.Numerics;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// RSA public keys that are neither forgeable nor a burden: 2,048 to 8,192 bits, an odd exponent from 3 up to 32 bits.
/// </summary>
internal static class RsaLimits
{
    private const int MinBits = 2048;
    private const int MaxBits = 8192;

    /// <summary>Null when the key is within the limits, else what is wrong with it.</summary>
    public static string? Refusal(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent)
    {
        if (BitLength(modulus) is < MinBits or > MaxBits || IsEven(modulus))
        {
            return "\"n\" is even or not of 2,048 to 8,192 bits";
        }

        return BitLength(exponent) is < 2 or > 32 || IsEven(exponent) ? "\"e\" is not an odd number from 3 up to 32 bits" : null;
    }

    private static int BitLength(ReadOnlySpan<byte> bigEndian)
    {
        ReadOnlySpan<byte> digits = bigEndian.TrimStart((byte)0);
        return digits.IsEmpty ? 0 : (digits.Length * 8) - (BitOperations.LeadingZeroCount(digits[0]) - 24);
    }

    private static bool IsEven(ReadOnlySpan<byte> bigEndian) => (bigEndian[^1] & 1) == 0;
}
