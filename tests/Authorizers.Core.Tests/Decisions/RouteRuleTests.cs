using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class RouteRuleTests
{
    [Theory]
    [InlineData("", "", "", "", true)]
    [InlineData("", "", "a", "g", true)]
    [InlineData("a", "", "a", "", true)]
    [InlineData("a b", "", "b c", "", true)]
    [InlineData("a", "", "", "", false)]
    [InlineData("a", "", "A", "", false)]
    [InlineData("a", "", "ab", "", false)]
    [InlineData("a", "", "", "a", false)]
    [InlineData("", "g", "", "g", true)]
    [InlineData("", "g h", "", "h", true)]
    [InlineData("", "g", "g", "", false)]
    [InlineData("a", "g", "a", "g", true)]
    [InlineData("a", "g", "a", "", false)]
    [InlineData("a", "g", "", "g", false)]
    public void One_of_each_kind_that_is_asked_for_must_be_held(
        string scopes, string groups, string heldScopes, string heldGroups, bool granted)
    {
        var rule = new RouteRule(Some.Route("GET /"), Anyone: false, Words(scopes), Words(groups));
        var principal = new Principal { Id = The.Subject, Scopes = Words(heldScopes), Groups = Words(heldGroups) };

        Assert.Equal(granted, rule.Grants(principal));
    }

    [Fact]
    public void Anyone_is_anyone() =>
        Assert.True(new RouteRule(Some.Route("GET /"), Anyone: true, ["a"], ["g"]).Grants(Some.Principal()));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
