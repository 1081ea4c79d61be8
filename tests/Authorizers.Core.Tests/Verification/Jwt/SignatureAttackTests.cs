using System.Buffers.Text;
using System.Numerics;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Signatures that are good to who forgets to look, and good ones in another spelling.</summary>
public sealed class SignatureAttackTests
{
    private static readonly byte[] OrderOfP256 =
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private readonly AttackedVerifier _verifier = new();

    public static TheoryData<string> EllipticCurves => ["ES256", "ES384"];

    [Theory]
    [MemberData(nameof(EllipticCurves))]
    public async Task A_signature_of_zeros_is_invalid(string algorithm)
    {
        byte[] signature = new byte[algorithm == "ES256" ? 64 : 96];

        Assert.Equal("signature_invalid", await _verifier.AnswerAsync(WithSignature(algorithm, signature)));
    }

    [Fact]
    public async Task A_signature_of_the_order_of_the_group_is_invalid()
    {
        byte[] zeros = new byte[32];
        byte[][] forged = [[.. OrderOfP256, .. OrderOfP256], [.. OrderOfP256, .. zeros], [.. zeros, .. OrderOfP256]];

        foreach (byte[] signature in forged)
        {
            Assert.Equal("signature_invalid", await _verifier.AnswerAsync(WithSignature("ES256", signature)));
        }
    }

    [Theory]
    [MemberData(nameof(EllipticCurves))]
    public async Task A_good_signature_in_DER_is_invalid(string algorithm)
    {
        JwsAlgorithm row = The.Algorithm(algorithm);
        byte[] signature = The.KeyFor(algorithm).SignAsDer(row, Some.Utf8(Input(algorithm)));

        Assert.Equal("signature_invalid", await _verifier.AnswerAsync(WithSignature(algorithm, signature)));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task A_good_signature_of_another_length_is_invalid(string algorithm)
    {
        byte[] good = The.KeyFor(algorithm).Sign(The.Algorithm(algorithm), Some.Utf8(Input(algorithm)));
        byte[][] others = [good[1..], good[..^1], [0, .. good], [.. good, 0], [.. good, .. good]];

        Assert.Equal("+alice", await _verifier.AnswerAsync(WithSignature(algorithm, good)));
        foreach (byte[] signature in others)
        {
            Assert.Equal("signature_invalid", await _verifier.AnswerAsync(WithSignature(algorithm, signature)));
        }
    }

    /// <summary>RFC 7518 asks for no low s, so the text of a token names nothing: two texts can be one token.</summary>
    [Fact]
    public async Task The_other_s_is_as_good_and_brings_nobody_more()
    {
        byte[] good = The.P256.Sign(The.Es256, Some.Utf8(Input("ES256")));
        byte[] s = (Number(OrderOfP256) - Number(good[32..])).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] other = [.. good[..32], .. new byte[32 - s.Length], .. s];

        Assert.Equal("+alice", await _verifier.AnswerAsync(WithSignature("ES256", good)));
        Assert.Equal("+alice", await _verifier.AnswerAsync(WithSignature("ES256", other)));
    }

    private static BigInteger Number(byte[] bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);

    private static string Input(string algorithm)
    {
        string header = Some.Header(The.KeyFor(algorithm), algorithm).ToJsonString();
        return $"{Some.Encoded(header)}.{Some.Encoded(Some.Claims().ToJsonString())}";
    }

    private static string WithSignature(string algorithm, byte[] signature) =>
        $"{Input(algorithm)}.{Base64Url.EncodeToString(signature)}";
}
