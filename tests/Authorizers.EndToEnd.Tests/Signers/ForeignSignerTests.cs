using System.Buffers.Text;
using System.Text.Json.Nodes;
using Authorizers.EndToEnd.Tests.Oracles;

namespace Authorizers.EndToEnd.Tests.Signers;

/// <summary>Signatures by code that knows nothing of this project, in every algorithm and every usual size.</summary>
public sealed class ForeignSignerTests(ForeignSigners signers, PublishedBinaries binaries) : IClassFixture<ForeignSigners>
{
    public static TheoryData<string, string> Kinds { get; } = [.. ForeignSigners.Kinds];

    public static TheoryData<string, string> EllipticCurves { get; } =
        [.. ForeignSigners.Kinds.Where(kind => kind.Algorithm[0] == 'E')];

    public static TheoryData<string> Algorithms { get; } = [.. GeneratedIssuer.Algorithms];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_signed_by_openssl_is_accepted(string algorithm, string size) =>
        await AssertAcceptedAsync(InFixedLength(await signers.OpenSslAsync()), $"{algorithm} {size}");

    [Theory]
    [MemberData(nameof(EllipticCurves))]
    public async Task A_signature_in_DER_as_openssl_writes_it_is_refused(string algorithm, string size)
    {
        ForeignTokens tokens = await signers.OpenSslAsync();

        Assert.Equal("signature_invalid", (await JudgeAsync(tokens, tokens.Tokens[$"{algorithm} {size}"])).Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_signed_by_jose_is_accepted(string algorithm, string size) =>
        await AssertAcceptedAsync(await signers.JoseAsync(), $"{algorithm} {size}");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_signed_by_the_crypto_module_of_Node_is_accepted(string algorithm, string size) =>
        await AssertAcceptedAsync(await signers.CryptoAsync(), $"{algorithm} {size}");

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task A_token_issued_by_a_certified_provider_is_accepted(string algorithm)
    {
        ForeignTokens tokens = await signers.ProviderAsync();

        string kind = tokens.Tokens.Keys.Single(kind => kind.StartsWith(algorithm, StringComparison.Ordinal));
        await AssertAcceptedAsync(tokens, kind);
    }

    [Fact]
    public async Task The_binary_accepts_them_all()
    {
        ForeignTokens[] all =
        [
            InFixedLength(await signers.OpenSslAsync()), await signers.JoseAsync(), await signers.CryptoAsync(),
            await signers.ProviderAsync(),
        ];
        IEnumerable<JsonNode?> keys = all.SelectMany(tokens => JsonNode.Parse(tokens.KeySet)!["keys"]!.AsArray());
        JsonNode?[] copies = [.. keys.Select(key => key!.DeepClone())];
        using var keySet = new TemporaryFile(new JsonObject { ["keys"] = new JsonArray(copies) }.ToJsonString());
        using var configuration = new TemporaryFile(Some.ConfigurationTrusting(GeneratedIssuer.Issuer)
            .WithIssuer("jwksFile", keySet.Path)
            .WithIssuer("algorithms", new JsonArray([.. GeneratedIssuer.Algorithms.Select(name => JsonValue.Create(name))]))
            .ToJsonString());
        await using RunningFunction function = await RunningFunction.StartAsync(await binaries.TokenAsync(), configuration.Path);

        foreach ((string kind, string token) in all.SelectMany(tokens => tokens.Tokens))
        {
            Assert.Equal($"{kind}: shop allowed", $"{kind}: {Verdict.Of(await function.InvokeAsync(The.CallWith(token)))}");
        }
    }

    private static async Task AssertAcceptedAsync(ForeignTokens tokens, string kind)
    {
        string token = tokens.Tokens[kind];
        int signature = token.LastIndexOf('.') + 1;
        string altered = $"{token[..signature]}{(token[signature] == 'A' ? 'B' : 'A')}{token[(signature + 1)..]}";

        Assert.Equal(new Opinion(true, "shop"), await JudgeAsync(tokens, token));
        Assert.Equal("signature_invalid", (await JudgeAsync(tokens, altered)).Code);
    }

    private static async Task<Opinion> JudgeAsync(ForeignTokens tokens, string token)
    {
        using var verifier = new OwnVerifier(tokens.KeySet, TimeProvider.System);
        return await verifier.JudgeAsync(token);
    }

    /// <summary>The elliptic curve signatures are spelled as RFC 7518 asks.</summary>
    private static ForeignTokens InFixedLength(ForeignTokens tokens) => tokens with
    {
        Tokens = tokens.Tokens.ToDictionary(
            token => token.Key, token => InFixedLength(token.Key, token.Value), StringComparer.Ordinal),
    };

    private static string InFixedLength(string kind, string token)
    {
        int length = kind switch { "ES256 P-256" => 32, "ES384 P-384" => 48, "ES512 P-521" => 66, _ => 0 };
        if (length == 0)
        {
            return token;
        }

        int signature = token.LastIndexOf('.') + 1;
        byte[] der = Base64Url.DecodeFromChars(token.AsSpan(signature));
        return token[..signature] + Base64Url.EncodeToString(DerSignature.InFixedLength(der, length));
    }
}
