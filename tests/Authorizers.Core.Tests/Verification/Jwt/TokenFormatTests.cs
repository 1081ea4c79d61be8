using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class TokenFormatTests
{
    [Fact]
    public void A_signed_token_is_a_JWT() => Assert.True(IsJwt(Some.Token()));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"alg":"none"}""")]
    [InlineData(""" { "alg" : [ 1, { } ] } """)]
    [InlineData("""{"alg":"ES256","alg":"RS256"}""")]
    [InlineData("""{"alg":"\ud800"}""")]
    public void Three_parts_of_which_the_first_is_an_object_are_a_JWT_however_sloppy(string header)
    {
        Assert.True(IsJwt($"{Some.Encoded(header)}.x.y"));
        Assert.True(IsJwt($"{Some.Encoded(header)}.."));
    }

    [Fact]
    public void So_is_one_whose_object_is_nested_as_deep_as_a_token_can_be() =>
        Assert.True(IsJwt($"{Some.Encoded($"{Repeated("{\"a\":", 1000)}{{}}{Repeated("}", 1000)}")}.x.y"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"alg\"")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{alg:1}")]
    [InlineData("""{"alg":1,}""")]
    public void Where_the_first_part_is_no_object_it_is_none(string header) => Assert.False(IsJwt($"{Some.Encoded(header)}.x.y"));

    [Theory]
    [InlineData("e30.e30")]
    [InlineData("e30")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("e30=.x.y")]
    [InlineData("e31.x.y")]
    [InlineData("e3+.x.y")]
    [InlineData(".e30.e30")]
    [InlineData("2YotnFZFEjr1zCsicMWpAA")]
    [InlineData("gho_16C7e42F292c6912E7710c838347Ae178B4a")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    public void Other_parts_or_another_spelling_are_none(string token) => Assert.False(IsJwt(token));

    private static bool IsJwt(string token) => TokenFormat.IsJwt(Some.Utf8(token));

    private static string Repeated(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
