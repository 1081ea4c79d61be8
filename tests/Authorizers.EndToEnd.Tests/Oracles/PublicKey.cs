using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A public key as issuers publish it.</summary>
internal static class PublicKey
{
    public static JsonObject Jwk(string id, AsymmetricAlgorithm key)
    {
        if (key is RSA rsa)
        {
            RSAParameters numbers = rsa.ExportParameters(false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = id,
                ["n"] = Text(numbers.Modulus),
                ["e"] = Text(numbers.Exponent),
            };
        }

        ECPoint point = ((ECDsa)key).ExportParameters(false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["kid"] = id,
            ["crv"] = $"P-{key.KeySize}",
            ["x"] = Text(point.X),
            ["y"] = Text(point.Y),
        };
    }

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
