using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("at+jwt", "at+jwt")]
    [InlineData("at+jwt", "AT+JWT")]
    [InlineData("at+jwt", "application/at+jwt")]
    [InlineData("Application/AT+jwt", "at+JWT")]
    public void Case_and_a_leading_application_do_not_matter(string left, string right)
    {
        Assert.True(MediaType.AreEqual(left, right));
        Assert.True(MediaType.AreEqual(right, left));
    }

    [Theory]
    [InlineData("at+jwt", "jwt")]
    [InlineData("at+jwt", "")]
    [InlineData("at+jwt", "at+jwt ")]
    [InlineData("at+jwt", "text/at+jwt")]
    [InlineData("at+jwt", "application/application/at+jwt")]
    [InlineData("at+jwt", "\u0430t+jwt")]
    public void All_else_does(string left, string right) => Assert.False(MediaType.AreEqual(left, right));
}
