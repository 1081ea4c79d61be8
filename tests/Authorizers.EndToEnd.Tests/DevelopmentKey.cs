using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Signs with the worthless RSA key of the development issuer.</summary>
internal sealed class DevelopmentKey : IDisposable
{
    private readonly RSA _key;
    private readonly string _id;

    public DevelopmentKey()
    {
        string json = File.ReadAllText(Repository.PathOf("events/keys/development.private.jwks.json"));
        JsonElement jwk = JsonSerializer.Deserialize<JsonElement>(json).GetProperty("keys")[0];
        byte[] Number(string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
        _id = jwk.GetProperty("kid").GetString()!;
        _key = RSA.Create(new RSAParameters
        {
            Modulus = Number("n"),
            Exponent = Number("e"),
            D = Number("d"),
            P = Number("p"),
            Q = Number("q"),
            DP = Number("dp"),
            DQ = Number("dq"),
            InverseQ = Number("qi"),
        });
    }

    /// <summary>An access token for the orders API that is good until 2100.</summary>
    public string TokenFor(string subject, string issuer = "https://issuer.example/")
    {
        string input = $"{Encode(new { alg = "RS256", typ = "at+jwt", kid = _id })}."
            + Encode(new { iss = issuer, sub = subject, aud = "orders-api", scope = "orders:read", exp = 4102444800 });
        byte[] signature = _key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
