using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Credentials;

public sealed class ApiKeySourcesTests
{
    private static readonly string Key = ApiKey.Create("gla").Reveal();

    [Theory]
    [InlineData("header.x-api-key", "header.X-Api-Key", "{0}")]
    [InlineData("query.key", "query.key", "{0}")]
    [InlineData("cookie.key", "header.Cookie", "a=b; key={0}")]
    [InlineData("header.Authorization", "header.authorization", "ApiKey {0}")]
    [InlineData("header.Authorization", "header.Authorization", "apikey   {0}")]
    public void A_key_is_read_where_it_is_looked_for(string source, string name, string value) =>
        Assert.Null(Refusal([source], [(name, value.Replace("{0}", Key, StringComparison.Ordinal))]));

    [Theory]
    [InlineData("header.x-api-key", "header.x-other", "{0}", "credential_missing")]
    [InlineData("header.x-api-key", "query.x-api-key", "{0}", "credential_missing")]
    [InlineData("header.x-api-key", "header.x-api-key", "", "credential_missing")]
    [InlineData("header.x-api-key", "header.x-api-key", "ApiKey {0}", "key_malformed")]
    [InlineData("header.x-api-key", "header.x-api-key", "{0},{0}", "credential_repeated")]
    [InlineData("header.Authorization", "header.Authorization", "{0}", "credential_missing")]
    [InlineData("header.Authorization", "header.Authorization", "Bearer {0}", "credential_missing")]
    [InlineData("header.Authorization", "header.Authorization", "ApiKey", "credential_missing")]
    [InlineData("header.Authorization", "header.Authorization", "ApiKey ", "credential_missing")]
    [InlineData("header.Authorization", "header.Authorization", "ApiKey x", "key_malformed")]
    public void Elsewhere_or_otherwise_there_is_none(string source, string name, string value, string code) =>
        Assert.Equal(code, Refusal([source], [(name, value.Replace("{0}", Key, StringComparison.Ordinal))]));

    [Fact]
    public void Two_keys_are_none_whatever_they_are()
    {
        string[] sources = ["header.x-api-key", "query.key"];

        Assert.Equal("credential_repeated", Refusal(sources, [("header.x-api-key", Key), ("query.key", Key)]));
        Assert.Equal("credential_repeated", Refusal(sources, [("header.x-api-key", Key), ("header.x-api-key", "x")]));
        Assert.Equal("credential_repeated", Refusal(sources, [("header.x-api-key", Key), ("query.key", "")]));
    }

    [Theory]
    [InlineData("ApiKey {0}", "Bearer x")]
    [InlineData("Bearer x", "ApiKey {0}")]
    [InlineData("ApiKey {0}", "Basic eA==")]
    [InlineData("", "ApiKey {0}")]
    [InlineData("ApiKey {0}", "ApiKey {0}")]
    public void A_second_value_of_the_header_counts_whatever_its_scheme(string first, string second) => Assert.Equal(
        "credential_repeated",
        Refusal(["header.Authorization"],
        [
            ("header.Authorization", first.Replace("{0}", Key, StringComparison.Ordinal)),
            ("header.authorization", second.Replace("{0}", Key, StringComparison.Ordinal)),
        ]));

    private static string? Refusal(string[] sources, (string, string)[] values)
    {
        bool isRead = new ApiKeySources([.. sources.Select(Some.Key)], "gla")
            .TryRead(Some.Values(values), out ApiKey? key, out Rejection? rejection);
        Assert.Equal(isRead, key is not null);
        Assert.Equal(isRead ? Key : null, key?.Reveal());
        return rejection?.Code;
    }
}
