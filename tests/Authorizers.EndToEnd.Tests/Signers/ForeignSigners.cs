using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Authorizers.EndToEnd.Tests.Oracles;

namespace Authorizers.EndToEnd.Tests.Signers;

/// <summary>Everybody else who signs, each asked once for a token of each algorithm and size.</summary>
public sealed class ForeignSigners(NodePackages packages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] RsaSizes = ["2048", "3072", "4096"];

    private Task<ForeignTokens>? _openSsl;
    private Task<ForeignTokens>? _jose;
    private Task<ForeignTokens>? _crypto;
    private Task<ForeignTokens>? _provider;

    /// <summary>Each algorithm with each size of key that it can have.</summary>
    public static IReadOnlyList<(string Algorithm, string Size)> Kinds { get; } =
    [
        .. from algorithm in GeneratedIssuer.Algorithms
           where algorithm[0] != 'E'
           from size in RsaSizes
           select (algorithm, size),
        ("ES256", "P-256"), ("ES384", "P-384"), ("ES512", "P-521"),
    ];

    /// <summary>The openssl command.</summary>
    internal Task<ForeignTokens> OpenSslAsync() => _openSsl ??= SignByOpenSslAsync();

    /// <summary>npm's jose.</summary>
    internal Task<ForeignTokens> JoseAsync() => _jose ??= RunAsync("sign.mjs", "jose");

    /// <summary>Node's own crypto.</summary>
    internal Task<ForeignTokens> CryptoAsync() => _crypto ??= RunAsync("sign.mjs", "crypto");

    /// <summary>A certified OpenID provider, which has one size for each algorithm.</summary>
    internal Task<ForeignTokens> ProviderAsync() => _provider ??= RunAsync("issue.mjs");

    private static async Task<ForeignTokens> SignByOpenSslAsync()
    {
        using var openSsl = new OpenSsl();
        var keys = new JsonArray();
        foreach (string name in Kinds.Select(kind => kind.Size).Distinct())
        {
            using AsymmetricAlgorithm key = name.StartsWith('P') ? ECDsa.Create() : RSA.Create();
            key.ImportFromPem(await openSsl.CreateKeyAsync(name));
            keys.Add(PublicKey.Jwk($"openssl-{name}", key));
        }

        Dictionary<string, string> tokens = [];
        foreach ((string algorithm, string size) in Kinds)
        {
            string input = SigningInput(algorithm, $"openssl-{size}");
            byte[] signature = await openSsl.SignAsync(size, algorithm, input);
            tokens.Add($"{algorithm} {size}", $"{input}.{Base64Url.EncodeToString(signature)}");
        }

        return new ForeignTokens(new JsonObject { ["keys"] = keys }.ToJsonString(), tokens);
    }

    private static string SigningInput(string algorithm, string keyId)
    {
        string header = $$"""{"alg":"{{algorithm}}","typ":"at+jwt","kid":"{{keyId}}"}""";
        string claims =
            $$"""{"iss":"{{GeneratedIssuer.Issuer}}","sub":"shop","aud":"orders-api","scope":"orders:read","exp":4102444800}""";
        return $"{Encoded(header)}.{Encoded(claims)}";
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<ForeignTokens> RunAsync(string script, params string[] arguments)
    {
        ProcessStartInfo start = await packages.ScriptAsync(script);
        Array.ForEach(arguments, start.ArgumentList.Add);
        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);
        return ForeignTokens.Read(run.ThrowIfFailed(script).Output);
    }
}
