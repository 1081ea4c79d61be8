using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class JoseHeaderTests
{
    [Fact]
    public void Algorithm_key_id_and_type_are_read()
    {
        JoseHeader header = Some.ReadHeader(
            """{"alg":"ES256","kid":"first","typ":"AT+jwt","jku":"https://x.example/","jwk":{}}""");

        Assert.Same(The.Es256, header.Algorithm);
        Assert.Equal("first", header.KeyId);
        Assert.Equal("AT+jwt", header.Type);
    }

    [Fact]
    public void Key_id_and_type_may_be_absent()
    {
        JoseHeader header = Some.ReadHeader("""{"alg":"RS256"}""");

        Assert.Null(header.KeyId);
        Assert.Null(header.Type);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"alg":"RS256","alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","\u0061lg":"none"}""")]
    [InlineData("""{"alg":"RS256"}x""")]
    [InlineData("""{}""")]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"ALG":"RS256"}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"alg":["RS256"]}""")]
    [InlineData("""{"alg":256}""")]
    [InlineData("""{"alg":{"name":"RS256"}}""")]
    [InlineData("""{"alg":"RS256","kid":["first"]}""")]
    [InlineData("""{"alg":"RS256","kid":1}""")]
    [InlineData("""{"alg":"RS256","kid":null}""")]
    [InlineData("""{"alg":"RS256","typ":["JWT"]}""")]
    [InlineData("""{"alg":"RS256","typ":null}""")]
    public void A_parameter_of_the_wrong_kind_is_a_malformed_header(string json) => AssertRefused("header_malformed", json);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("")]
    [InlineData("HS256")]
    [InlineData("rs256")]
    [InlineData("EdDSA")]
    public void An_algorithm_without_a_row_is_not_allowed(string algorithm) =>
        AssertRefused("algorithm_not_allowed", $$"""{"alg":"{{algorithm}}"}""");

    [Theory]
    [InlineData("""{"alg":"RS256","crit":["exp"],"exp":1}""")]
    [InlineData("""{"alg":"RS256","crit":[]}""")]
    [InlineData("""{"alg":"RS256","crit":null}""")]
    [InlineData("""{"alg":"RS256","b64":false,"crit":["b64"]}""")]
    [InlineData("""{"alg":"RS256","b64":false}""")]
    [InlineData("""{"alg":"RS256","b64":true}""")]
    public void A_critical_parameter_is_refused_whatever_it_names(string json) => AssertRefused("critical_parameter", json);

    [Theory]
    [InlineData("""{"alg":"RS256","zip":"DEF"}""")]
    [InlineData("""{"alg":"RS256","zip":null}""")]
    public void A_compressed_token_is_refused(string json) => AssertRefused("token_compressed", json);

    [Theory]
    [InlineData("header_malformed", """{"alg":"none","kid":1,"crit":[],"zip":"DEF"}""")]
    [InlineData("algorithm_not_allowed", """{"alg":"none","crit":[],"zip":"DEF"}""")]
    [InlineData("critical_parameter", """{"alg":"RS256","crit":[],"zip":"DEF"}""")]
    public void The_first_failure_is_the_one_reported(string code, string json) => AssertRefused(code, json);

    [Fact]
    public void A_key_id_has_256_characters_at_most()
    {
        string longest = new('k', 256);

        Assert.Equal(longest, Some.ReadHeader($$"""{"alg":"RS256","kid":"{{longest}}"}""").KeyId);
        AssertRefused("header_malformed", $$"""{"alg":"RS256","kid":"{{longest}}k"}""");
    }

    private static void AssertRefused(string code, string json)
    {
        Assert.False(JoseHeader.TryRead(Some.Utf8(json), out JoseHeader? header, out Rejection? rejection));
        Assert.Equal(code, rejection.Code);
        Assert.Null(header);
    }
}
