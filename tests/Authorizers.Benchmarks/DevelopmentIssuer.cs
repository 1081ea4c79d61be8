using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Authorizers.Tests.Shared;

namespace Authorizers.Benchmarks;

/// <summary>An issuer on loopback with one key of its own: metadata, key set, and tokens like those of a real provider.</summary>
internal sealed class DevelopmentIssuer : IDisposable
{
    private const string KeyId = "benchmark";

    private readonly RSA _key = RSA.Create(2048);
    private readonly LoopbackIssuer _server;

    private DevelopmentIssuer(X509Certificate2? certificate, X509Certificate2[] intermediates) =>
        _server = LoopbackIssuer.StartAsync(KeySet, certificate, intermediates).GetAwaiter().GetResult();

    public string Issuer => _server.Issuer;

    public string KeySet
    {
        get
        {
            RSAParameters key = _key.ExportParameters(false);
            return JsonSerializer.Serialize(new
            {
                keys = new[]
                {
                    new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) },
                },
            });
        }
    }

    /// <param name="certificate">Null for plain HTTP.</param>
    /// <param name="intermediates">Sent along with it.</param>
    public static DevelopmentIssuer Start(X509Certificate2? certificate = null, params X509Certificate2[] intermediates) =>
        new(certificate, intermediates);

    /// <summary>A TOKEN event whose token is good until 2100.</summary>
    public byte[] CreateEvent() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "TOKEN",
        authorizationToken = $"Bearer {CreateToken()}",
        methodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
    });

    /// <summary>A handshake with the same token in a header.</summary>
    public byte[] CreateConnectEvent() => ConnectEvent.Create("Authorization", $"Bearer {CreateToken()}");

    public void Dispose()
    {
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _key.Dispose();
    }

    private string CreateToken()
    {
        string header = Encode(new { alg = "RS256", typ = "at+jwt", kid = KeyId });
        string claims = Encode(new
        {
            iss = Issuer,
            sub = "alice",
            aud = "orders-api",
            client_id = "shop",
            scope = "orders:read orders:write",
            jti = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2Hg",
            iat = 1000000000,
            exp = 4102444800,
        });
        byte[] signature = _key.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
