using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Tests.Events;

namespace Authorizers.Core.Tests.Credentials;

public sealed class BearerSourcesTests
{
    private static readonly BearerSources Everywhere = new(
        [.. new[] { "header.Authorization", "header.X-Token", "query.token", "cookie.token" }.Select(SomeEvent.Key)]);

    [Theory]
    [InlineData("header.Authorization", "Bearer a.b.c")]
    [InlineData("header.authorization", "bearer  a.b.c")]
    [InlineData("header.X-Token", "Bearer a.b.c")]
    [InlineData("query.token", "a.b.c")]
    [InlineData("cookie.token", "a.b.c")]
    public void A_token_is_read_from_each_kind_of_source(string key, string value) =>
        Assert.Equal("a.b.c", Read((key, value)));

    [Theory]
    [InlineData("header.Authorization", "", "credential_missing")]
    [InlineData("header.Authorization", "Basic a", "credential_missing")]
    [InlineData("header.X-Token", "a.b.c", "credential_malformed")]
    [InlineData("query.token", "", "credential_missing")]
    [InlineData("query.token", "Bearer a.b.c", "credential_malformed")]
    [InlineData("cookie.token", "\"a.b.c\"", "credential_malformed")]
    [InlineData("cookie.token", "a.b.c,a.b.c", "credential_repeated")]
    [InlineData("query.token", "a.b.c,d.e.f", "credential_repeated")]
    [InlineData("header.Authorization", "Bearer a.b.c, Bearer a.b.c", "credential_repeated")]
    [InlineData("header.Authorization", "Bearer a.b.c,a.b.c", "credential_repeated")]
    [InlineData("query.Token", "a.b.c", "credential_missing")]
    [InlineData("stageVariable.token", "a.b.c", "credential_missing")]
    public void What_is_not_one_token_in_the_form_of_its_source_is_refused(string key, string value, string code) =>
        Assert.Equal(code, Read((key, value)));

    [Theory]
    [InlineData("header.Authorization", "header.Authorization")]
    [InlineData("header.Authorization", "header.AUTHORIZATION")]
    [InlineData("header.Authorization", "header.X-Token")]
    [InlineData("header.Authorization", "query.token")]
    [InlineData("header.Authorization", "cookie.token")]
    [InlineData("query.token", "query.token")]
    [InlineData("query.token", "cookie.token")]
    [InlineData("cookie.token", "cookie.token")]
    public void Two_values_are_refused_wherever_they_stand_and_whatever_they_are(string first, string second)
    {
        Assert.Equal("credential_repeated", Read((first, Good(first)), (second, Good(second))));
        Assert.Equal("credential_repeated", Read((first, Good(first)), (second, "")));
        Assert.Equal("credential_repeated", Read((second, "junk"), (first, Good(first))));
    }

    private static string Good(string key) => key.StartsWith("header", StringComparison.Ordinal) ? "Bearer a.b.c" : "a.b.c";

    /// <summary>The token, or the code of the refusal.</summary>
    private static string Read(params (string Key, string Value)[] values)
    {
        var request = new RequestValues([.. values.Select(pair => KeyValuePair.Create(SomeEvent.Key(pair.Key), pair.Value))]);
        return Everywhere.TryRead(request, out BearerToken token, out Rejection? rejection)
            ? System.Text.Encoding.ASCII.GetString(token.Text.Span)
            : rejection.Code;
    }
}
