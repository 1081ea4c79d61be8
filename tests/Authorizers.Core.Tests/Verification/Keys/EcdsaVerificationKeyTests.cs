using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class EcdsaVerificationKeyTests
{
    private static readonly byte[] Input = Some.Utf8("header.claims");

    [Theory]
    [InlineData("P-256", "ES256")]
    [InlineData("P-384", "ES384")]
    [InlineData("P-521", "ES512")]
    public void A_curve_fits_one_algorithm(string curve, string algorithm)
    {
        VerificationKey key = SigningKey.EllipticCurve("key", curve).PublicKey;

        Assert.Equal([algorithm], JwsAlgorithm.All.Where(key.Fits).Select(row => row.Name));
    }

    [Fact]
    public void Another_key_does_not_verify() => Assert.False(
        The.OtherP256.PublicKey.Verify(The.Es256, Input, The.P256.Sign(The.Es256, Input)));

    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public void A_signature_in_DER_is_refused(string name)
    {
        SigningKey key = The.KeyFor(name);

        Assert.False(key.PublicKey.Verify(The.Algorithm(name), Input, key.SignAsDer(The.Algorithm(name), Input)));
    }

    [Theory]
    [InlineData("ES256", 64)]
    [InlineData("ES384", 96)]
    [InlineData("ES512", 132)]
    public void A_signature_of_zeros_or_ones_is_refused(string name, int length)
    {
        VerificationKey key = The.KeyFor(name).PublicKey;
        byte[] zeros = new byte[length];
        byte[] onlyR = [.. Enumerable.Repeat((byte)1, length / 2), .. new byte[length / 2]];
        byte[] onlyS = [.. new byte[length / 2], .. Enumerable.Repeat((byte)1, length / 2)];
        byte[] ones = [.. Enumerable.Repeat((byte)0xff, length)];

        Assert.All([zeros, onlyR, onlyS, ones], forged => Assert.False(key.Verify(The.Algorithm(name), Input, forged)));
    }

    [Fact]
    public void A_point_off_its_curve_cannot_be_imported()
    {
        var point = new ECPoint { X = new byte[32], Y = new byte[32] };

        Assert.ThrowsAny<CryptographicException>(new EcdsaVerificationKey("key", null, EllipticCurve.P256, point).Import);
    }
}
