using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class RsaLimitsTests
{
    private const string Modulus = "\"n\" is even or not of 2,048 to 8,192 bits";
    private const string Exponent = "\"e\" is not an odd number from 3 up to 32 bits";

    [Theory]
    [InlineData(1024, Modulus)]
    [InlineData(2047, Modulus)]
    [InlineData(2048, null)]
    [InlineData(2049, null)]
    [InlineData(4096, null)]
    [InlineData(8192, null)]
    [InlineData(8193, Modulus)]
    [InlineData(16384, Modulus)]
    public void A_modulus_has_2048_to_8192_bits(int bits, string? refusal)
    {
        byte[] modulus = OddNumber(bits);

        Assert.Equal(refusal, RsaLimits.Refusal(modulus, [1, 0, 1]));
        Assert.Equal(refusal, RsaLimits.Refusal([0, 0, .. modulus], [1, 0, 1]));
    }

    [Fact]
    public void A_modulus_is_odd()
    {
        byte[] modulus = OddNumber(2048);
        modulus[^1] &= 0xfe;

        Assert.Equal(Modulus, RsaLimits.Refusal(modulus, [1, 0, 1]));
    }

    [Theory]
    [InlineData(new byte[] { 3 }, null)]
    [InlineData(new byte[] { 17 }, null)]
    [InlineData(new byte[] { 1, 0, 1 }, null)]
    [InlineData(new byte[] { 0, 1, 0, 1 }, null)]
    [InlineData(new byte[] { 255, 255, 255, 255 }, null)]
    [InlineData(new byte[] { 0 }, Exponent)]
    [InlineData(new byte[] { 1 }, Exponent)]
    [InlineData(new byte[] { 0, 0, 1 }, Exponent)]
    [InlineData(new byte[] { 2 }, Exponent)]
    [InlineData(new byte[] { 1, 0, 0 }, Exponent)]
    [InlineData(new byte[] { 1, 0, 0, 0, 1 }, Exponent)]
    public void An_exponent_is_odd_and_from_3_up_to_32_bits(byte[] exponent, string? refusal) =>
        Assert.Equal(refusal, RsaLimits.Refusal(OddNumber(2048), exponent));

    private static byte[] OddNumber(int bits)
    {
        byte[] number = new byte[(bits + 7) / 8];
        number[0] = (byte)(1 << ((bits - 1) % 8));
        number[^1] |= 1;
        return number;
    }
}
