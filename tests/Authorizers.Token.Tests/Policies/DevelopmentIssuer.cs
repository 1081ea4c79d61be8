using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Authorizers.Token.Tests.Policies;

/// <summary>Signs tokens with the worthless key of events/keys, as events/mint.mjs does.</summary>
internal static class DevelopmentIssuer
{
    private const string Header = """{"alg":"RS256","typ":"at+jwt","kid":"worthless-rsa"}""";

    private static readonly RSA Key = ReadKey();

    /// <summary>A good token for the configuration of events/authorizer.json.</summary>
    /// <param name="scopes">Separated by spaces; without any, the claim is left out.</param>
    /// <param name="groups">The same.</param>
    public static string Token(string scopes, string groups)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = The.Issuer,
            ["sub"] = "alice",
            ["aud"] = "orders-api",
            ["exp"] = 4102444800,
        };
        if (scopes.Length > 0)
        {
            claims["scope"] = scopes;
        }

        if (groups.Length > 0)
        {
            claims["groups"] = groups.Split(' ');
        }

        string input = $"{Encode(Header)}.{Encode(JsonSerializer.Serialize(claims))}";
        return $"{input}.{Base64Url.EncodeToString(Sign(input))}";
    }

    private static byte[] Sign(string input)
    {
        lock (Key)
        {
            return Key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static RSA ReadKey()
    {
        JsonElement set = JsonElement.Parse(File.ReadAllBytes(Path.Combine(The.Events, "keys", "development.private.jwks.json")));
        JsonElement key = set.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kty").GetString() == "RSA");
        byte[] Member(string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
        return RSA.Create(new RSAParameters
        {
            Modulus = Member("n"),
            Exponent = Member("e"),
            D = Member("d"),
            P = Member("p"),
            Q = Member("q"),
            DP = Member("dp"),
            DQ = Member("dq"),
            InverseQ = Member("qi"),
        });
    }
}
