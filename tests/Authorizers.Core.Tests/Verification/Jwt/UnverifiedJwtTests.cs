using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class UnverifiedJwtTests
{
    private const string Header = """{"alg":"ES256"}""";
    private const string Claims = """{"iss":"https://issuer.example/"}""";

    [Fact]
    public void Header_and_claimed_issuer_can_be_read()
    {
        Assert.True(UnverifiedJwt.TryParse(Some.Utf8(Some.Token()), out UnverifiedJwt? jwt, out Rejection? rejection));

        using (jwt)
        {
            Assert.Same(The.Es256, jwt.Header.Algorithm);
            Assert.Equal(The.P256.Id, jwt.Header.KeyId);
            Assert.Equal(The.Issuer, jwt.ClaimedIssuer);
        }

        Assert.Null(rejection);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"iss":null}""")]
    [InlineData("""{"iss":["https://issuer.example/"]}""")]
    [InlineData("""{"ISS":"https://issuer.example/"}""")]
    public void An_issuer_that_is_no_text_is_none(string claims)
    {
        Assert.True(UnverifiedJwt.TryParse(Some.Utf8(Joined(Header, claims)), out UnverifiedJwt? jwt, out _));

        using (jwt)
        {
            Assert.Null(jwt.ClaimedIssuer);
        }
    }

    [Fact]
    public void A_token_has_8192_bytes_at_most()
    {
        string start = $"{Some.Encoded(Header)}.{Some.Encoded(Claims)}.";

        Assert.Null(Refusal(start.PadRight(8192, 'A')));
        Assert.Equal("token_too_large", Refusal(start.PadRight(8193, 'A')));
        Assert.Equal("token_too_large", Refusal(new string('.', 8193)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("e30.e30")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("a.b.c.d.e.f")]
    [InlineData("..")]
    [InlineData(".e30.e30")]
    [InlineData("e30..e30")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("e30=.e30.e30")]
    [InlineData("e30.e30=.e30")]
    [InlineData("e30.e30.e30=")]
    [InlineData("e30.e30.e31")]
    [InlineData("e30.e3+.e30")]
    [InlineData("e30. e30.e30")]
    [InlineData("e30.e30.e30\n")]
    public void Three_canonical_parts_or_it_is_malformed(string token) => Assert.Equal("token_malformed", Refusal(token));

    [Theory]
    [InlineData("a.b.c.d.e")]
    [InlineData("....")]
    public void Five_parts_are_an_encrypted_token(string token) => Assert.Equal("token_encrypted", Refusal(token));

    [Theory]
    [InlineData("header_malformed", """{"alg":["ES256"]}""", "[]")]
    [InlineData("algorithm_not_allowed", """{"alg":"none"}""", "[]")]
    [InlineData("critical_parameter", """{"alg":"ES256","crit":["b64"],"b64":false}""", "[]")]
    [InlineData("token_compressed", """{"alg":"ES256","zip":"DEF"}""", "[]")]
    [InlineData("claims_malformed", Header, "[]")]
    [InlineData("claims_malformed", Header, """{"iss":"a","iss":"a"}""")]
    [InlineData("claims_malformed", Header, """{"iss":"a","x":{"y":1,"y":2}}""")]
    [InlineData("claims_malformed", Header, """{"iss":"\ud800"}""")]
    [InlineData("claims_malformed", Header, "not JSON")]
    public void The_header_comes_before_the_claims(string code, string header, string claims) =>
        Assert.Equal(code, Refusal(Joined(header, claims)));

    [Fact]
    public void Claims_come_with_a_good_signature_only()
    {
        string token = Some.Token();

        Assert.True(CanVerify(token, The.P256));
        Assert.False(CanVerify(token, The.OtherP256));
        Assert.False(CanVerify(token, The.Rsa));
    }

    [Fact]
    public void The_signature_covers_header_and_claims()
    {
        string[] genuine = Some.Token().Split('.');
        string[] other = Some.Token(claims => claims["sub"] = "mallory", header => header["typ"] = "JWT").Split('.');

        Assert.True(CanVerify(string.Join('.', genuine), The.P256));
        Assert.False(CanVerify($"{other[0]}.{genuine[1]}.{genuine[2]}", The.P256));
        Assert.False(CanVerify($"{genuine[0]}.{other[1]}.{genuine[2]}", The.P256));
        Assert.False(CanVerify($"{genuine[0]}.{genuine[1]}.{other[2]}", The.P256));
    }

    [Fact]
    public void Whatever_bytes_arrive_nothing_is_thrown_and_nothing_changed_is_believed()
    {
        byte[] token = Some.Utf8(Some.Token());
        var chance = new Random(20261120);
        for (int i = 0; i < 3000; i++)
        {
            byte[] mutated = Mutation.Of(token, chance);
            bool believed = CanVerify(mutated, The.P256);
            Assert.Equal(mutated.AsSpan().SequenceEqual(token), believed);
        }
    }

    private static string Joined(string header, string claims) =>
        $"{Some.Encoded(header)}.{Some.Encoded(claims)}.{Some.Encoded("signature")}";

    private static string? Refusal(string token)
    {
        bool parsed = UnverifiedJwt.TryParse(Some.Utf8(token), out UnverifiedJwt? jwt, out Rejection? rejection);
        jwt?.Dispose();
        Assert.Equal(parsed, rejection is null);
        return rejection?.Code;
    }

    private static bool CanVerify(string token, SigningKey key) => CanVerify(Some.Utf8(token), key);

    private static bool CanVerify(byte[] token, SigningKey key)
    {
        if (!UnverifiedJwt.TryParse(token, out UnverifiedJwt? jwt, out _))
        {
            return false;
        }

        using (jwt)
        {
            return jwt.TryVerify(key.PublicKey, out _);
        }
    }
}
