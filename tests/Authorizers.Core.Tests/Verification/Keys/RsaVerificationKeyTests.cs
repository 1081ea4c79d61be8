using System.Buffers.Text;
using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class RsaVerificationKeyTests
{
    private static readonly byte[] Input = Some.Utf8("header.claims");

    [Fact]
    public void A_key_fits_the_six_algorithms_of_its_kind() => Assert.Equal(
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], NamesThatFit(The.Rsa.PublicKey));

    [Fact]
    public void A_key_with_an_algorithm_of_its_own_fits_that_alone()
    {
        JsonObject jwk = The.Rsa.Jwk();
        jwk["alg"] = "PS256";

        Assert.Equal(["PS256"], NamesThatFit(Some.Key(jwk)));
        Assert.False(Some.Key(jwk).Verify(The.Rs256, Input, The.Rsa.Sign(The.Rs256, Input)));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public void Another_key_does_not_verify(string name) => Assert.False(
        The.OtherRsa.PublicKey.Verify(The.Algorithm(name), Input, The.Rsa.Sign(The.Algorithm(name), Input)));

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public void A_signature_that_is_a_very_small_or_a_very_large_number_is_refused(string name)
    {
        byte[] zero = new byte[256];
        byte[] one = [.. new byte[255], 1];
        byte[] largest = [.. Enumerable.Repeat((byte)0xff, 256)];

        Assert.All(
            [zero, one, largest], forged => Assert.False(The.Rsa.PublicKey.Verify(The.Algorithm(name), Input, forged)));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public void A_signature_keeps_its_leading_zeros(string name)
    {
        VerificationKey key = The.Rsa.PublicKey;
        byte[] input = [0, 0, 0, 0];
        byte[] signature = The.Rsa.Sign(The.Algorithm(name), input);
        for (int i = 0; signature[0] != 0; i++)
        {
            BitConverter.TryWriteBytes(input, i);
            signature = The.Rsa.Sign(The.Algorithm(name), input);
        }

        Assert.True(key.Verify(The.Algorithm(name), input, signature));
        Assert.False(key.Verify(The.Algorithm(name), input, signature.AsSpan().TrimStart((byte)0)));
    }

    [Fact]
    public void Modulus_and_exponent_may_be_written_with_leading_zeros()
    {
        JsonObject jwk = The.Rsa.Jwk();
        jwk["n"] = WithLeadingZero(jwk["n"]!.GetValue<string>());
        jwk["e"] = WithLeadingZero(jwk["e"]!.GetValue<string>());

        Assert.True(Some.Key(jwk).Verify(The.Rs256, Input, The.Rsa.Sign(The.Rs256, Input)));
    }

    [Theory]
    [InlineData(2048, "Aw")]
    [InlineData(8192, "_____w")]
    public void Every_key_within_the_limits_can_be_tried(int bits, string exponent)
    {
        byte[] modulus = new byte[bits / 8];
        (modulus[0], modulus[^1]) = (0x80, 1);
        JsonObject jwk = new() { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(modulus), ["e"] = exponent };
        byte[] two = [.. new byte[modulus.Length - 1], 2];

        Assert.False(Some.Key(jwk).Verify(The.Rs256, Input, two));
        Assert.False(Some.Key(jwk).Verify(The.Algorithm("PS256"), Input, two));
    }

    private static IEnumerable<string> NamesThatFit(VerificationKey key) =>
        JwsAlgorithm.All.Where(key.Fits).Select(row => row.Name);

    private static string WithLeadingZero(string text) => Base64Url.EncodeToString([0, .. Base64Url.DecodeFromChars(text)]);
}
