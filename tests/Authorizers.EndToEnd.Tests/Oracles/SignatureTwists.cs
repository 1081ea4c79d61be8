using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What can be done to the numbers of a good signature.</summary>
internal static class SignatureTwists
{
    private static readonly byte[] OrderOfP256 =
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    public static IReadOnlyList<WireTwist> All { get; } =
    [
        Of("signature of zeros", signature => new byte[signature.Length]),
        Of("signature of ones", signature => [.. Enumerable.Repeat((byte)0xff, signature.Length)]),
        Of("signature with a zero before", signature => [0, .. signature]),
        Of("signature with a zero behind", signature => [.. signature, 0]),
        Of("signature twice", signature => [.. signature, .. signature]),
        new("signature without its leading zero", WithoutLeadingZero),
        new("signature in DER", InDer),
        new("signature of the order of the group", OfTheOrder),
        new("signature with the other s", WithOtherS),
    ];

    private static WireTwist Of(string name, Func<byte[], byte[]> twist) =>
        new(name, (token, _, _) => With(token, twist(Base64Url.DecodeFromChars(token.Signature))));

    private static string With(SignedToken token, byte[] signature) => token.With(signature: Base64Url.EncodeToString(signature));

    /// <summary>
    /// One signature in 256 begins with a zero, of P-521 every other; those that are random are made until one does.
    /// </summary>
    private static string? WithoutLeadingZero(SignedToken token, SignedToken other, Random chance)
    {
        bool isQuick = token.Algorithm is "ES256" or "ES512"
            || (token is { Algorithm: "PS256", Key.Id: "rsa-2048" } && chance.Next(3) == 0);
        byte[] input = Encoding.ASCII.GetBytes(token.SigningInput);
        byte[] signature = Base64Url.DecodeFromChars(token.Signature);
        while (isQuick && signature[0] != 0)
        {
            signature = token.Key.Sign(token.Algorithm, input);
        }

        return signature[0] == 0 ? With(token, [.. signature.SkipWhile(number => number == 0)]) : null;
    }

    private static string? InDer(SignedToken token, SignedToken other, Random chance) =>
        token.Key.IsRsa ? null : With(token, token.Key.SignAsDer(token.Algorithm, Encoding.ASCII.GetBytes(token.SigningInput)));

    /// <summary>r = s = n, which is zero to who forgets to look.</summary>
    private static string? OfTheOrder(SignedToken token, SignedToken other, Random chance) =>
        token.Algorithm == "ES256" ? With(token, [.. OrderOfP256, .. OrderOfP256]) : null;

    /// <summary>n - s is as good as s: such a token is another text, and genuine.</summary>
    private static string? WithOtherS(SignedToken token, SignedToken other, Random chance)
    {
        if (token.Algorithm != "ES256")
        {
            return null;
        }

        byte[] signature = Base64Url.DecodeFromChars(token.Signature);
        byte[] s = (Number(OrderOfP256) - Number(signature[32..])).ToByteArray(isUnsigned: true, isBigEndian: true);
        return With(token, [.. signature[..32], .. new byte[32 - s.Length], .. s]);
    }

    private static BigInteger Number(byte[] bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
