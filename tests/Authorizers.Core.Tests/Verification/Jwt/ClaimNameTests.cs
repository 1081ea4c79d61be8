using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class ClaimNameTests
{
    private const string Claims = """
        {
          "sub": "plain",
          "custom:tenant_id": "colon",
          "https://x.example/roles": "address",
          "a.b": "dot",
          "realm_access": { "roles": "nested", "x/y": "slash", "m~n": "tilde", "~1": "tilde and one", "": "empty" },
          "": { "": "empty twice" }
        }
        """;

    [Theory]
    [InlineData("sub", "plain")]
    [InlineData("custom:tenant_id", "colon")]
    [InlineData("https://x.example/roles", "address")]
    [InlineData("a.b", "dot")]
    [InlineData("/sub", "plain")]
    [InlineData("/realm_access/roles", "nested")]
    [InlineData("/realm_access/x~1y", "slash")]
    [InlineData("/realm_access/m~0n", "tilde")]
    [InlineData("/realm_access/~01", "tilde and one")]
    [InlineData("/realm_access/", "empty")]
    [InlineData("//", "empty twice")]
    public void A_name_is_exact_and_a_leading_slash_makes_it_a_JSON_pointer(string name, string value) =>
        Assert.Equal(value, Find(name)?.GetString());

    [Theory]
    [InlineData("Sub")]
    [InlineData("realm_access/roles")]
    [InlineData("/sub/x")]
    [InlineData("/realm_access/Roles")]
    [InlineData("/realm_access/roles/0")]
    [InlineData("/missing/roles")]
    public void What_is_not_there_is_not_found(string name) => Assert.Null(Find(name));

    [Fact]
    public void It_prints_as_configured() => Assert.Equal("/realm_access/x~1y", new ClaimName("/realm_access/x~1y").ToString());

    private static JsonElement? Find(string name) =>
        new ClaimName(name).TryFind(Some.Json(Claims), out JsonElement value) ? value : null;
}
