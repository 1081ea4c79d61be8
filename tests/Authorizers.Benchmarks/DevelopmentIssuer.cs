using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>An issuer on loopback with one key of its own: metadata, key set, and tokens like those of a real provider.</summary>
internal sealed class DevelopmentIssuer : IDisposable
{
    private const string KeyId = "benchmark";

    private readonly RSA _key = RSA.Create(2048);
    private readonly HttpListener _listener = new();

    private DevelopmentIssuer(int port)
    {
        Issuer = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Issuer);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Issuer { get; }

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

    public static DevelopmentIssuer Start()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new DevelopmentIssuer(port);
    }

    /// <summary>A TOKEN event whose token is good until 2100.</summary>
    public byte[] CreateEvent() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "TOKEN",
        authorizationToken = $"Bearer {CreateToken()}",
        methodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
    });

    public void Dispose()
    {
        _listener.Close();
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

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext http = await _listener.GetContextAsync();
                string body = http.Request.Url!.AbsolutePath == "/jwks"
                    ? KeySet
                    : JsonSerializer.Serialize(new { issuer = Issuer, jwks_uri = $"{Issuer}jwks" });
                byte[] bytes = Encoding.UTF8.GetBytes(body);
                http.Response.ContentLength64 = bytes.Length;
                await http.Response.OutputStream.WriteAsync(bytes);
                http.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
