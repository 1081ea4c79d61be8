using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("issuers", "$.issuers")]
    [InlineData("$schema", "$.$schema")]
    [InlineData("a_1", "$.a_1")]
    [InlineData("custom:tenant", "$['custom:tenant']")]
    [InlineData("a.b", "$['a.b']")]
    [InlineData("a b", "$['a b']")]
    [InlineData("é", "$['é']")]
    [InlineData("", "$['']")]
    public void A_name_that_is_no_word_is_quoted(string name, string path) =>
        Assert.Equal(path, JsonPath.Member(JsonPath.Root, name));
}
