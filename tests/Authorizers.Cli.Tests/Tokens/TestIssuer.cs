using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Authorizers.Cli.Tests.Tokens;

/// <summary>An issuer with one key of its own, which signs whatever text it is given.</summary>
internal sealed class TestIssuer : IDisposable
{
    public const string Name = "https://issuer.test/";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeySet
    {
        get
        {
            ECParameters point = _key.ExportParameters(includePrivateParameters: false);
            return $$"""
                { "keys": [{
                  "kty": "EC", "kid": "k", "crv": "P-256", "x": "{{Encode(point.Q.X!)}}", "y": "{{Encode(point.Q.Y!)}}"
                }] }
                """;
        }
    }

    /// <summary>Writes the configuration that trusts this issuer, and its keys.</summary>
    public string WriteConfiguration(TemporaryFolder folder, string name = "authorizer.json", string more = "")
    {
        folder.Write("keys.json", KeySet);
        return folder.Write(name, $$"""
            {
              "issuers": [{ "issuer": "{{Name}}", "jwksFile": "keys.json", "audiences": ["orders-api"] }{{more}}],
              "routes": [{ "route": "GET /orders/{id}" }]
            }
            """);
    }

    /// <summary>For alice, until the year 2100, and with more claims as told.</summary>
    public string Token(string more = "") => Sign($$"""
        {"iss":"{{Name}}","sub":"alice","aud":"orders-api","exp":4102444800{{more}}}
        """);

    public string Sign(string claims, string header = """{"alg":"ES256","kid":"k"}""")
    {
        string signingInput = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        byte[] signature = _key.SignData(Encoding.ASCII.GetBytes(signingInput), HashAlgorithmName.SHA256);
        return $"{signingInput}.{Encode(signature)}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
