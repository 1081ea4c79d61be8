using System.Buffers.Text;
using System.Globalization;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Header and claims that two parsers would read as two different things.</summary>
public sealed class TextAttackTests
{
    private const string Header = """{"alg":"ES256","kid":"p-256"}""";

    private readonly AttackedVerifier _verifier = new();

    [Theory]
    [InlineData("""{"alg":"none","alg":"ES256","kid":"p-256"}""")]
    [InlineData("""{"alg":"ES256","\u0061lg":"none","kid":"p-256"}""")]
    [InlineData("""{"alg":"ES256","kid":"p-256","kid":"p-256"}""")]
    [InlineData("""{"alg":"ES256","kid":"p-256","jwk":{"kty":"EC","kty":"oct"}}""")]
    public async Task A_header_with_a_member_that_stands_twice_is_malformed(string header) =>
        Assert.Equal("header_malformed", await AnswerAsync(header, Some.Claims().ToJsonString()));

    [Theory]
    [InlineData("\"aud\":\"other\"")]
    [InlineData("\"\\u0061ud\":\"other\"")]
    [InlineData("\"aud\":\"orders-api\"")]
    [InlineData("\"exp\":4102444800")]
    [InlineData("\"s\\u0075b\":\"mallory\"")]
    [InlineData("\"iss\":\"https://other.example/\"")]
    [InlineData("\"x\":{\"y\":1,\"\\u0079\":2}")]
    public async Task Claims_with_a_member_that_stands_twice_are_malformed(string member)
    {
        string claims = Some.Claims().ToJsonString();

        Assert.Equal("claims_malformed", await AnswerAsync(Header, $"{{{member},{claims[1..]}"));
        Assert.Equal("claims_malformed", await AnswerAsync(Header, $"{claims[..^1]},{member}}}"));
    }

    [Theory]
    [InlineData("crit", "[\"urn:unknown\"]", "critical_parameter")]
    [InlineData("crit", "[\"b64\",\"b64\"]", "critical_parameter")]
    [InlineData("crit", "[\"absent\"]", "critical_parameter")]
    [InlineData("crit", "[]", "critical_parameter")]
    [InlineData("crit", "\"exp\"", "critical_parameter")]
    [InlineData("crit", "{}", "critical_parameter")]
    [InlineData("crit", "null", "critical_parameter")]
    [InlineData("b64", "false", "critical_parameter")]
    [InlineData("b64", "true", "critical_parameter")]
    public async Task What_the_header_calls_critical_is_not_understood(string parameter, string value, string code) =>
        Assert.Equal(code, await AnswerAsync($"{Header[..^1]},\"{parameter}\":{value}}}", Some.Claims().ToJsonString()));

    [Fact]
    public async Task A_payload_that_is_not_encoded_is_refused()
    {
        string header = Some.Encoded("""{"alg":"ES256","kid":"p-256","b64":false,"crit":["b64"]}""");
        string claims = "payload";
        byte[] signature = The.P256.Sign(The.Es256, Some.Utf8($"{header}.{claims}"));

        Assert.Equal("token_malformed", await _verifier.AnswerAsync($"{header}.{claims}.{Base64Url.EncodeToString(signature)}"));
        Assert.Equal("critical_parameter", await AnswerAsync(
            """{"alg":"ES256","kid":"p-256","b64":false,"crit":["b64"]}""", Some.Claims().ToJsonString()));
    }

    [Theory]
    [InlineData("\ufeff{0}")]
    [InlineData("{0}{{}}")]
    [InlineData("{0}x")]
    [InlineData("{0}\0")]
    [InlineData("[{0}]")]
    [InlineData("/**/{0}")]
    public async Task A_text_that_is_more_than_one_object_is_malformed(string frame)
    {
        string claims = Some.Claims().ToJsonString();

        Assert.Equal("header_malformed", await AnswerAsync(string.Format(CultureInfo.InvariantCulture, frame, Header), claims));
        Assert.Equal("claims_malformed", await AnswerAsync(Header, string.Format(CultureInfo.InvariantCulture, frame, claims)));
    }

    [Theory]
    [InlineData("ff")]
    [InlineData("c0af")]
    [InlineData("eda080")]
    [InlineData("5c7564383030")]
    [InlineData("5c7564633030")]
    public async Task A_name_or_value_that_is_no_text_is_malformed(string bytes)
    {
        byte[] letters = Convert.FromHexString(bytes);
        byte[] header = Some.Utf8(Header);
        byte[] claims = Some.Utf8(Some.Claims().ToJsonString());

        Assert.Equal("header_malformed", await AnswerAsync(With(header, "\"x\":\""u8, letters, "\"}"u8), claims));
        Assert.Equal("claims_malformed", await AnswerAsync(header, With(claims, "\"x\":\""u8, letters, "\"}"u8)));
        Assert.Equal("claims_malformed", await AnswerAsync(header, With(claims, "\""u8, letters, "\":1}"u8)));
    }

    [Theory]
    [InlineData("https://issuer.example/\\u0000", "issuer_unknown")]
    [InlineData("https://issuer.example/\\u200b", "issuer_unknown")]
    [InlineData("https://\\u0456ssuer.example/", "issuer_unknown")]
    [InlineData("https://issuer.example\\u2215", "issuer_unknown")]
    [InlineData("https:\\/\\/issuer.example\\/", "+alice")]
    public async Task An_issuer_that_looks_like_ours_is_not_ours(string issuer, string answer) =>
        Assert.Equal(answer, await AnswerAsync(Header, With(The.Issuer, issuer)));

    [Theory]
    [InlineData("alice\\u0000", "claim_invalid")]
    [InlineData("alice\\r\\nX-Admin: 1", "claim_invalid")]
    [InlineData("alice\\u0085", "claim_invalid")]
    [InlineData("\\u0430lice", "+\u0430lice")]
    [InlineData("a\\u0301", "+a\u0301")]
    public async Task A_subject_has_no_control_characters_and_is_not_normalized(string subject, string answer) =>
        Assert.Equal(answer, await AnswerAsync(Header, With(The.Subject, subject)));

    [Fact]
    public async Task Deep_claims_are_malformed_and_endless_lists_invalid()
    {
        string claims = Some.Claims().ToJsonString()[..^1];
        static string Deep(int levels) => new string('[', levels) + new string(']', levels);
        static string Many(int count) => $"[{string.Join(',', Enumerable.Repeat("\"x\"", count))}]";

        Assert.Equal("+alice", await AnswerAsync(Header, $"{claims},\"x\":{Deep(15)}}}"));
        Assert.Equal("claims_malformed", await AnswerAsync(Header, $"{claims},\"x\":{Deep(16)}}}"));
        Assert.Equal("claims_malformed", await AnswerAsync(Header, $"{claims},\"x\":{Deep(2_000)}}}"));
        Assert.Equal("header_malformed", await AnswerAsync($"{Header[..^1]},\"x\":{Deep(16)}}}", $"{claims}}}"));
        Assert.Equal("claim_invalid", await AnswerAsync(Header, $"{claims},\"scp\":{Many(501)}}}"));
        Assert.Equal("claim_invalid", await AnswerAsync(Header, $"{claims},\"groups\":{Many(501)}}}"));
        Assert.Equal("claim_invalid", await AnswerAsync(Header, With($"\"{The.Audience}\"", Many(501))));
        Assert.Equal("token_too_large", await AnswerAsync(Header, $"{claims},\"x\":\"{new string('x', 1_000_000)}\"}}"));
    }

    /// <summary>Good claims, one text in them replaced.</summary>
    private static string With(string text, string other) =>
        Some.Claims().ToJsonString().Replace(text, other, StringComparison.Ordinal);

    /// <summary>An object and one more member.</summary>
    private static byte[] With(byte[] json, ReadOnlySpan<byte> before, byte[] letters, ReadOnlySpan<byte> behind) =>
        [.. json.AsSpan(0, json.Length - 1), .. ","u8, .. before, .. letters, .. behind];

    private Task<string> AnswerAsync(string header, string claims) => AnswerAsync(Some.Utf8(header), Some.Utf8(claims));

    private Task<string> AnswerAsync(byte[] header, byte[] claims)
    {
        string input = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        byte[] signature = The.P256.Sign(The.Es256, Some.Utf8(input));
        return _verifier.AnswerAsync($"{input}.{Base64Url.EncodeToString(signature)}");
    }
}
