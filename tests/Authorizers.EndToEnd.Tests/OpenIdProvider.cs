using System.Buffers.Text;
using System.Diagnostics;
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
    private readonly Process _process;
    private readonly Transcript _errors;

    private OpenIdProvider(Process process)
    {
        _process = process;
        _errors = new Transcript(process.StandardError.BaseStream);
    }

    /// <summary>The private key, in PEM, of the client that authenticates by one when it asks about a token.</summary>
    public static string ClientKey => Key.ExportPkcs8PrivateKeyPem();

    /// <summary>The "iss" of its tokens, below which it serves its metadata.</summary>
    public string Issuer { get; private set; } = "";

    public static async Task<OpenIdProvider> StartAsync(NodePackages packages)
    {
        ProcessStartInfo start = await packages.ScriptAsync("provider.mjs");
        start.ArgumentList.Add(ClientJwk());
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var provider = new OpenIdProvider(Process.Start(start)!);
        provider.Issuer = await provider.LineAsync();
        return provider;
    }

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
    public Task RotateAsync() => CommandAsync("rotate");

    /// <summary>Signs with new keys and goes on publishing those they follow.</summary>
    public Task FollowAsync() => CommandAsync("follow");

    /// <summary>How often the key set was asked for since the last time this was asked.</summary>
    public async Task<int> AskedAsync() => int.Parse(await CommandAsync("asked"), CultureInfo.InvariantCulture);

    /// <summary>Stops listening, so that connections are refused, until <see cref="OpenAsync"/>.</summary>
    public Task CloseAsync() => CommandAsync("close");

    /// <summary>Listens again, on the same port and with the same keys.</summary>
    public Task OpenAsync() => CommandAsync("open");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            _process.Kill();
            _process.Dispose();
        }
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

    /// <returns>What the script has to say of it.</returns>
    private async Task<string> CommandAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        string line = await LineAsync();
        Assert.StartsWith($"done: {command}", line, StringComparison.Ordinal);
        return line[$"done: {command}".Length..].Trim();
    }

    private async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit)
        ?? throw new InvalidOperationException($"The provider ended.\n{_errors.Text}");
}
