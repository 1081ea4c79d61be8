using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A certified OpenID provider (npm/provider.mjs) on a loopback port; it ends with its standard input.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Limit };
    private readonly ObedientScript _script;

    private OpenIdProvider(ObedientScript script) => _script = script;

    /// <summary>The private key, in PEM, of the client that authenticates by one when it asks about a token.</summary>
    public static string ClientKey => Key.ExportPkcs8PrivateKeyPem();

    /// <summary>The "iss" of its tokens, below which it serves its metadata.</summary>
    public string Issuer => _script.Address;

    public static async Task<OpenIdProvider> StartAsync(NodePackages packages) =>
        new(await ObedientScript.StartAsync(packages, "provider.mjs", ClientJwk()));

    /// <summary>An access token by client credentials.</summary>
    /// <param name="resource">One that the script knows, such as <c>urn:orders:ES256</c>.</param>
    public async Task<string> TokenAsync(string resource)
    {
        string json = await PostAsync("token", new()
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "orders:read",
            ["resource"] = resource,
        });
        return JsonSerializer.Deserialize<JsonElement>(json).GetProperty("access_token").GetString()!;
    }

    /// <summary>Ends an opaque token at the wish of the client that has it (RFC 7009).</summary>
    public Task RevokeAsync(string token) => PostAsync("token/revocation", new() { ["token"] = token });

    /// <summary>Replaces every signing key.</summary>
    public Task RotateAsync() => _script.CommandAsync("rotate");

    /// <summary>Signs with new keys and goes on publishing those they follow.</summary>
    public Task FollowAsync() => _script.CommandAsync("follow");

    /// <summary>How often the key set was asked for since the last time this was asked.</summary>
    public async Task<int> AskedAsync() => int.Parse(await _script.CommandAsync("asked"), CultureInfo.InvariantCulture);

    /// <summary>Stops listening, so that connections are refused, until <see cref="OpenAsync"/>.</summary>
    public Task CloseAsync() => _script.CommandAsync("close");

    /// <summary>Listens again, on the same port and with the same keys.</summary>
    public Task OpenAsync() => _script.CommandAsync("open");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _script.DisposeAsync();
    }

    private static string ClientJwk()
    {
        ECPoint point = Key.ExportParameters(includePrivateParameters: false).Q;
        string x = Base64Url.EncodeToString(point.X);
        string y = Base64Url.EncodeToString(point.Y);
        return JsonSerializer.Serialize(new { kty = "EC", crv = "P-256", kid = "2026-11", use = "sig", alg = "ES256", x, y });
    }

    private async Task<string> PostAsync(string path, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Issuer}/{path}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("shop:worthless"u8)) },
            Content = new FormUrlEncodedContent(form),
        };
        using HttpResponseMessage response = await _client.SendAsync(request);
        string answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"The provider refused: {answer}");
        return answer;
    }
}
