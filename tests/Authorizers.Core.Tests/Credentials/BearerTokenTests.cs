using System.Text;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Credentials;

public sealed class BearerTokenTests
{
    [Theory]
    [InlineData("Bearer a.b.c", "a.b.c")]
    [InlineData("bearer a.b.c", "a.b.c")]
    [InlineData("BEARER a.b.c", "a.b.c")]
    [InlineData("bEaReR a.b.c", "a.b.c")]
    [InlineData("Bearer    a.b.c", "a.b.c")]
    [InlineData("Bearer azAZ09-._~+/", "azAZ09-._~+/")]
    [InlineData("Bearer abc=", "abc=")]
    [InlineData("Bearer abc==", "abc==")]
    public void The_token_is_what_follows_the_scheme(string header, string expected)
    {
        Assert.True(TryRead(header, out BearerToken token, out Rejection? rejection));
        Assert.Equal(expected, Encoding.UTF8.GetString(token.Text.Span));
        Assert.Null(rejection);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic YWxpY2U6c2VjcmV0")]
    [InlineData("DPoP a.b.c")]
    [InlineData("Bearers a.b.c")]
    [InlineData("Negotiate YII=")]
    [InlineData("Digest username=\"alice\", realm=\"bearer\", nonce=\"Bearers x\"")]
    public void No_value_and_another_scheme_are_a_missing_credential(string header) =>
        AssertRefused("credential_missing", header);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer    ")]
    [InlineData("a.b.c")]
    [InlineData(" Bearer a.b.c")]
    [InlineData("Bearer a.b.c ")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer\ta.b.c")]
    [InlineData("Bearer \ta.b.c")]
    [InlineData("Bearer a.b.c\r\n")]
    [InlineData("Bearer =")]
    [InlineData("Bearer ab=c")]
    [InlineData("Bearer \"a.b.c\"")]
    [InlineData("Bearer: a.b.c")]
    [InlineData("Bearer a.b.c\0")]
    [InlineData("Bearer \u00e9")]
    [InlineData("B\u00e9arer a.b.c")]
    [InlineData("Bearer\u00a0a.b.c")]
    [InlineData("Bearer a.b.\uff43")]
    public void Another_spelling_is_a_malformed_credential(string header) => AssertRefused("credential_malformed", header);

    [Theory]
    [InlineData("Bearer a.b.c, Bearer d.e.f")]
    [InlineData("Bearer a.b.c,")]
    [InlineData("Bearer ,a.b.c")]
    [InlineData("Basic YWxpY2U6c2VjcmV0, Bearer a.b.c")]
    [InlineData("Digest a=b,\tbearer a.b.c")]
    public void Header_lines_that_were_joined_are_a_repeated_credential(string header) =>
        AssertRefused("credential_repeated", header);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_malformed()
    {
        byte[] header = [.. Some.Utf8("Bearer a.b."), 0xff];

        Assert.False(BearerToken.TryRead(header, out _, out Rejection? rejection));
        Assert.Equal("credential_malformed", rejection.Code);
    }

    [Fact]
    public void It_prints_nothing_of_itself()
    {
        BearerToken token = Some.Bearer("secret.secret.secret");

        Assert.Equal("BearerToken", token.ToString());
        Assert.Equal("BearerToken", $"{token}");
        Assert.DoesNotContain(typeof(BearerToken).GetProperties(), property => property.GetMethod!.IsPublic);
    }

    private static bool TryRead(string header, out BearerToken token, out Rejection? rejection) =>
        BearerToken.TryRead(Some.Utf8(header), out token, out rejection);

    private static void AssertRefused(string code, string header)
    {
        Assert.False(TryRead(header, out BearerToken token, out Rejection? rejection));
        Assert.Equal(code, rejection!.Code);
        Assert.True(token.Text.IsEmpty);
    }
}
