using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>A token says by which key it is signed. Which keys there are is for the issuer to say.</summary>
public sealed class KeyAttackTests
{
    private readonly AttackedVerifier _verifier = new();

    [Theory]
    [InlineData("\"../../../../dev/null\"", "key_unknown")]
    [InlineData("\"' UNION SELECT 'key\"", "key_unknown")]
    [InlineData("\"| curl evil.example\"", "key_unknown")]
    [InlineData("\"https://evil.example/key\"", "key_unknown")]
    [InlineData("\"p-256\\u0000\"", "key_unknown")]
    [InlineData("\"P-256\"", "key_unknown")]
    [InlineData("\"\"", "key_unknown")]
    [InlineData("0", "header_malformed")]
    [InlineData("null", "header_malformed")]
    [InlineData("[\"p-256\"]", "header_malformed")]
    [InlineData("{\"$ne\":\"\"}", "header_malformed")]
    public async Task A_key_id_is_a_name_among_the_issuers_keys_and_nothing_else(string keyId, string code) => Assert.Equal(
        code, await _verifier.AnswerAsync(Some.Token(spoilHeader: header => header["kid"] = JsonNode.Parse(keyId))));

    [Theory]
    [InlineData(256, "key_unknown")]
    [InlineData(257, "header_malformed")]
    [InlineData(5_000, "header_malformed")]
    [InlineData(10_240, "token_too_large")]
    public async Task A_key_id_is_not_carried_around_at_any_length(int length, string code) => Assert.Equal(
        code, await _verifier.AnswerAsync(Some.Token(spoilHeader: header => header["kid"] = new string('k', length))));

    [Theory]
    [InlineData("other-p-256", "key_unknown")]
    [InlineData("p-256", "signature_invalid")]
    [InlineData(null, "signature_invalid")]
    public async Task A_key_that_the_token_brings_along_verifies_nothing(string? keyId, string code)
    {
        string token = Some.Token(
            spoilHeader: header =>
            {
                header["kid"] = keyId;
                header["jwk"] = The.OtherP256.Jwk();
                header["jku"] = "https://evil.example/jwks";
                header["x5u"] = "https://evil.example/certificate";
                header["x5c"] = new JsonArray("AAAA");
                if (keyId is null)
                {
                    header.Remove("kid");
                }
            },
            key: The.OtherP256);

        Assert.Equal(code, await _verifier.AnswerAsync(token));
    }

    [Theory]
    [InlineData("jku", "\"http://169.254.169.254/latest/meta-data\"")]
    [InlineData("x5u", "\"https://evil.example/certificate\"")]
    [InlineData("jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}")]
    [InlineData("x5c", "[\"AAAA\"]")]
    [InlineData("x5t", "7")]
    public async Task Where_a_genuine_token_points_to_is_not_looked_at(string parameter, string value) => Assert.Equal(
        "+alice", await _verifier.AnswerAsync(Some.Token(spoilHeader: header => header[parameter] = JsonNode.Parse(value))));

    [Theory]
    [InlineData("use", "\"enc\"")]
    [InlineData("key_ops", "[\"encrypt\"]")]
    [InlineData("key_ops", "[\"sign\"]")]
    [InlineData("kty", "\"oct\"")]
    [InlineData("d", "\"AAAA\"")]
    [InlineData("crv", "\"P-384\"")]
    [InlineData("x", "\"AAAA\"")]
    [InlineData("y", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"")]
    [InlineData("alg", "\"HS256\"")]
    [InlineData("alg", "\"ES384\"")]
    public async Task A_key_that_is_not_for_signatures_or_is_broken_is_unknown(string member, string value)
    {
        JsonObject jwk = The.P256.Jwk();
        jwk[member] = JsonNode.Parse(value);

        Assert.Equal("key_unknown", await AttackedVerifier.Trusting(jwk).AnswerAsync(Some.Token()));
        Assert.Equal("+alice", await AttackedVerifier.Trusting(The.P256.Jwk()).AnswerAsync(Some.Token()));
    }

    [Theory]
    [InlineData("e", "AQ")]
    [InlineData("e", "Ag")]
    [InlineData("e", "AQAAAAE")]
    [InlineData("n", "AQAB")]
    public async Task An_RSA_key_that_is_weak_or_a_burden_is_unknown(string member, string value)
    {
        JsonObject jwk = The.Rsa.Jwk();
        jwk[member] = value;
        string token = Some.Token(Some.Header(The.Rsa, "RS256").ToJsonString(), Some.Claims().ToJsonString(), The.Rsa, "RS256");

        Assert.Equal("key_unknown", await AttackedVerifier.Trusting(jwk).AnswerAsync(token));
    }

    [Fact]
    public async Task A_good_signature_by_an_RSA_key_of_1024_bits_is_by_an_unknown_key()
    {
        var weak = SigningKey.Rsa("weak", 1024);
        string token = Some.Token(Some.Header(weak, "RS256").ToJsonString(), Some.Claims().ToJsonString(), weak, "RS256");

        Assert.Equal("key_unknown", await AttackedVerifier.Trusting(weak.Jwk()).AnswerAsync(token));
    }

    [Fact]
    public async Task A_key_id_that_two_keys_share_is_unknown()
    {
        JsonObject jwk = The.P256.Jwk();
        jwk["kid"] = The.P384.Id;

        Assert.Equal(
            "key_unknown",
            await AttackedVerifier.Trusting(jwk).AnswerAsync(Some.Token(spoilHeader: header => header["kid"] = The.P384.Id)));
    }
}
