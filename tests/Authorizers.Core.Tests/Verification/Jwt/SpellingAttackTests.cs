using System.Globalization;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>One text for each token: what can be spelled in two ways can be seen in two ways.</summary>
public sealed class SpellingAttackTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly AttackedVerifier _verifier = new();

    public static TheoryData<string, string> Spellings => new()
    {
        { "{0}.{1}.{2}=", "token_malformed" },
        { "{0}.{1}.{2}==", "token_malformed" },
        { "{0}=.{1}.{2}", "credential_malformed" },
        { "{0}.{1}=.{2}", "credential_malformed" },
        { "{0}.{1}.{2} ", "credential_malformed" },
        { "{0}.{1}.{2}\n", "credential_malformed" },
        { "{0}.{1}.{2}\0", "credential_malformed" },
        { "{0}.\t{1}.{2}", "credential_malformed" },
        { "{0}%2E{1}%2E{2}", "credential_malformed" },
        { "{0},{1},{2}", "credential_repeated" },
        { "{0}.{1}.{2}+", "token_malformed" },
        { "{0}.{1}.{2}/", "token_malformed" },
        { "{0}.{1}.{2}A", "signature_invalid" },
        { "{0}.{1}.{2}AAA", "token_malformed" },
        { "{0}.{1}.{2}~", "token_malformed" },
        { "{0}{1}{2}", "token_malformed" },
        { "{0}.{1}{2}", "token_malformed" },
        { "{0}.{1}", "token_malformed" },
        { "{0}.{1}.", "token_malformed" },
        { "{0}..{2}", "token_malformed" },
        { ".{1}.{2}", "token_malformed" },
        { "..", "token_malformed" },
        { "{0}.{1}.{2}.", "token_malformed" },
        { "{0}.{1}.{2}.{2}", "token_malformed" },
        { "{0}.{1}.{2}.{1}.{2}", "token_encrypted" },
        { "{1}.{0}.{2}", "header_malformed" },
        { "{0}.{0}.{2}", "issuer_unknown" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_genuine_token_in_another_spelling_is_refused(string spelling, string code)
    {
        string[] parts = Some.Token().Split('.');

        string respelled = string.Format(CultureInfo.InvariantCulture, spelling, parts);

        Assert.Equal(code, await _verifier.AnswerAsync(respelled));
        Assert.Equal("+alice", await _verifier.AnswerAsync(string.Join('.', parts)));
    }

    [Fact]
    public async Task Bits_that_belong_to_no_byte_must_be_zero()
    {
        string token = Some.Token();
        Assert.Equal(86, token.Length - token.LastIndexOf('.') - 1);

        foreach (int stray in Enumerable.Range(1, 15))
        {
            string respelled = $"{token[..^1]}{Letters[Letters.IndexOf(token[^1]) + stray]}";
            Assert.Equal("token_malformed", await _verifier.AnswerAsync(respelled));
        }
    }

    [Theory]
    [InlineData(8_193, "token_too_large")]
    [InlineData(100_000, "token_too_large")]
    [InlineData(8_192, "token_malformed")]
    public async Task Any_number_of_dots_is_counted_and_no_more(int dots, string code) =>
        Assert.Equal(code, await _verifier.AnswerAsync(new string('.', dots)));

    [Theory]
    [InlineData("""{"alg":"RSA-OAEP","enc":"A256GCM"}""")]
    [InlineData("""{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483647,"p2s":"AAAA"}""")]
    [InlineData("""{"alg":"dir","enc":"A128GCM","zip":"DEF"}""")]
    public async Task Nothing_of_an_encrypted_token_is_read(string header) =>
        Assert.Equal("token_encrypted", await _verifier.AnswerAsync($"{Some.Encoded(header)}.AAAA.AAAA.AAAA.AAAA"));

    [Theory]
    [InlineData("\"DEF\"")]
    [InlineData("null")]
    public async Task Nothing_is_decompressed(string zip) => Assert.Equal(
        "token_compressed",
        await _verifier.AnswerAsync(Some.Token(
            $$"""{"alg":"ES256","kid":"{{The.P256.Id}}","zip":{{zip}}}""", Some.Claims().ToJsonString(), The.P256, "ES256")));

    [Fact]
    public async Task A_token_around_a_token_is_not_opened()
    {
        string header = $$"""{"alg":"ES256","kid":"{{The.P256.Id}}","cty":"JWT"}""";

        string[] payloads = [Some.Token(), $"\"{Some.Token()}\""];

        foreach (string payload in payloads)
        {
            Assert.Equal("claims_malformed", await _verifier.AnswerAsync(Some.Token(header, payload, The.P256, "ES256")));
        }
    }
}
