using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Whoever forges chooses the header: what it says must not choose how it is checked.</summary>
public sealed class AlgorithmAttackTests
{
    private readonly AttackedVerifier _verifier = new();

    [Theory]
    [InlineData("\"none\"", "algorithm_not_allowed")]
    [InlineData("\"None\"", "algorithm_not_allowed")]
    [InlineData("\"nOnE\"", "algorithm_not_allowed")]
    [InlineData("\"\"", "algorithm_not_allowed")]
    [InlineData("\"ES256K\"", "algorithm_not_allowed")]
    [InlineData("\"es256\"", "algorithm_not_allowed")]
    [InlineData("\"ES256 \"", "algorithm_not_allowed")]
    [InlineData("\"PBES2-HS256+A128KW\"", "algorithm_not_allowed")]
    [InlineData("256", "header_malformed")]
    [InlineData("null", "header_malformed")]
    [InlineData("[\"ES256\"]", "header_malformed")]
    public async Task A_token_without_an_algorithm_of_ours_is_refused_before_any_key_is_asked_for(string algorithm, string code)
    {
        string genuine = Some.Token();
        string header = Some.Encoded($$"""{"alg":{{algorithm}},"kid":"{{The.P256.Id}}"}""");

        Assert.Equal(code, await _verifier.AnswerAsync($"{header}.{genuine[(genuine.IndexOf('.') + 1)..]}"));
        Assert.Equal("token_malformed", await _verifier.AnswerAsync($"{header}.{Some.Encoded(Some.Claims().ToJsonString())}."));
        Assert.Equal(0, _verifier.KeysAsked);
    }

    [Fact]
    public async Task A_header_that_names_no_algorithm_is_malformed() =>
        Assert.Equal("header_malformed", await _verifier.AnswerAsync(Some.Token(spoilHeader: header => header.Remove("alg"))));

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public async Task A_public_key_is_never_taken_for_a_shared_secret(string algorithm)
    {
        byte[][] secrets = [The.Rsa.PublicKeyInfo(), Pem(The.Rsa), Some.Utf8(The.Rsa.Jwk().ToJsonString()), []];
        foreach (byte[] secret in secrets)
        {
            string input = Input($$"""{"alg":"{{algorithm}}","kid":"{{The.Rsa.Id}}"}""");
            byte[] signature = Hmac(algorithm, secret, Some.Utf8(input));

            Assert.Equal("algorithm_not_allowed", await _verifier.AnswerAsync($"{input}.{Base64Url.EncodeToString(signature)}"));
        }

        Assert.Equal(0, _verifier.KeysAsked);
    }

    [Theory]
    [InlineData("RS256", "p-256")]
    [InlineData("PS512", "p-384")]
    [InlineData("ES256", "rsa")]
    [InlineData("ES256", "p-384")]
    public async Task A_key_of_another_kind_or_curve_than_the_algorithm_is_unsuitable(string algorithm, string keyId)
    {
        string header = $$"""{"alg":"{{algorithm}}","kid":"{{keyId}}"}""";
        string token = Some.Token(header, Some.Claims().ToJsonString(), The.KeyFor(algorithm), algorithm);

        Assert.Equal("key_unsuitable", await _verifier.AnswerAsync(token));
    }

    [Theory]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public async Task A_good_signature_with_the_hash_of_another_curve_is_unsuitable(string algorithm)
    {
        string header = $$"""{"alg":"{{algorithm}}","kid":"{{The.P256.Id}}"}""";
        string token = Some.Token(header, Some.Claims().ToJsonString(), The.P256, algorithm);

        Assert.Equal("key_unsuitable", await _verifier.AnswerAsync(token));
    }

    [Theory]
    [InlineData("PS256", "+alice")]
    [InlineData("RS256", "key_unsuitable")]
    [InlineData("PS384", "key_unsuitable")]
    public async Task A_key_that_names_its_algorithm_is_used_for_no_other(string algorithm, string answer)
    {
        JsonObject jwk = The.Rsa.Jwk();
        jwk["alg"] = "PS256";
        string token = Some.Token(
            Some.Header(The.Rsa, algorithm).ToJsonString(), Some.Claims().ToJsonString(), The.Rsa, algorithm);

        Assert.Equal(answer, await AttackedVerifier.Trusting(jwk).AnswerAsync(token));
    }

    [Theory]
    [InlineData("RS256", "PS256")]
    [InlineData("PS256", "RS256")]
    [InlineData("RS256", "RS512")]
    public async Task A_signature_of_another_algorithm_than_the_headers_is_invalid(string said, string done)
    {
        string token = Some.Token(Some.Header(The.Rsa, said).ToJsonString(), Some.Claims().ToJsonString(), The.Rsa, done);

        Assert.Equal("signature_invalid", await _verifier.AnswerAsync(token));
    }

    private static string Input(string header) => $"{Some.Encoded(header)}.{Some.Encoded(Some.Claims().ToJsonString())}";

    private static byte[] Pem(SigningKey key) => Some.Utf8(new string(PemEncoding.Write("PUBLIC KEY", key.PublicKeyInfo())));

    private static byte[] Hmac(string algorithm, byte[] secret, byte[] input) => algorithm switch
    {
        "HS256" => HMACSHA256.HashData(secret, input),
        "HS384" => HMACSHA384.HashData(secret, input),
        _ => HMACSHA512.HashData(secret, input),
    };
}
