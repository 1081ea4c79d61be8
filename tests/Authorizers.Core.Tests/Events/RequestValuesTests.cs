using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

public sealed class RequestValuesTests
{
    [Theory]
    [InlineData("""{"headers":{"x-tenant":"blue"}}""", "blue")]
    [InlineData("""{"headers":{"X-TENANT":"bl\u0075e"}}""", "blue")]
    [InlineData("""{"headers":{"X-Tenant":"blue"},"multiValueHeaders":{"X-Tenant":["blue"]}}""", "blue")]
    [InlineData("""{"headers":{"X-Tenant":"red"},"multiValueHeaders":{"X-Tenant":["blue","red"]}}""", "blue|red")]
    [InlineData("""{"headers":{"X-Tenant":"blue"},"multiValueHeaders":{"X-Tenant":["blue","blue"]}}""", "blue|blue")]
    [InlineData("""{"headers":{"X-Tenant":"red"},"multiValueHeaders":{"X-Tenant":["blue"]}}""", "blue|red")]
    [InlineData("""{"headers":{"X-Tenant":"blue"},"multiValueHeaders":{"Host":["x"]}}""", "blue")]
    [InlineData("""{"multiValueHeaders":{"X-Tenant":["blue"]}}""", "blue")]
    [InlineData("""{"headers":{"X-Tenant":"blue","x-tenant":"blue"}}""", "blue|blue")]
    [InlineData("""{"multiValueHeaders":{"X-Tenant":["blue"],"x-tenant":["blue"]}}""", "blue|blue")]
    [InlineData("""{"headers":{"X-Tenant":"blue"},"multiValueHeaders":null}""", "blue")]
    [InlineData("""{"headers":{"X-Tenant":null},"multiValueHeaders":{"X-Tenant":[]}}""", "")]
    [InlineData("""{"headers":{"X-Tenants":"blue","Tenant":"blue"}}""", "")]
    public void A_header_has_all_values_of_all_its_spellings_in_both_maps(string members, string expected) =>
        Assert.Equal(Split(expected), SomeEvent.Rest(members).Of("header.X-Tenant"));

    [Theory]
    [InlineData("""{"queryStringParameters":{"tag":"b"},"multiValueQueryStringParameters":{"tag":["a","b"]}}""", "a|b")]
    [InlineData("""{"queryStringParameters":{"tag":"b"}}""", "b")]
    [InlineData("""{"queryStringParameters":{"Tag":"b"}}""", "")]
    public void A_query_parameter_of_a_rest_api_has_all_values_and_compares_with_case(string members, string expected) =>
        Assert.Equal(Split(expected), SomeEvent.Rest(members).Of("query.tag"));

    [Theory]
    [InlineData("tag=a", "a")]
    [InlineData("tag=a&tag=b", "a|b")]
    [InlineData("x=1&t%61g=a%2Cb&tag=c+d%2Be", "a,b|c d+e")]
    [InlineData("tag=%e4%b8%ad", "\u4e2d")]
    [InlineData("tag=100%&tag=%zz%4", "100%|%zz%4")]
    [InlineData("tag=a=b", "a=b")]
    [InlineData("tag=", "")]
    [InlineData("tag", "")]
    [InlineData("tags=a&Tag=b&=c&&", null)]
    public void The_raw_query_string_is_decoded_and_shows_what_comes_twice(string query, string? expected) => Assert.Equal(
        expected?.Split('|') ?? [],
        SomeEvent.Http2($$"""{"rawQueryString":"{{query}}","queryStringParameters":{"tag":"other"} }""").Of("query.tag"));

    [Fact]
    public void Without_a_raw_query_string_the_map_counts() =>
        Assert.Equal(["a,b"], SomeEvent.Http2("""{"rawQueryString":"","queryStringParameters":{"tag":"a,b"}}""").Of("query.tag"));

    [Theory]
    [InlineData("session=a", "a")]
    [InlineData("theme=dark; session=a;last=1", "a")]
    [InlineData(" session = a ;session=b", "a|b")]
    [InlineData("session=a=b==", "a=b==")]
    [InlineData("Session=a; xsession=b; session", "")]
    [InlineData("a=session=b", "")]
    public void The_cookie_header_is_cut_at_semicolons(string header, string expected) =>
        Assert.Equal(Split(expected), SomeEvent.Rest($$"""{"headers":{"cookie":"{{header}}"} }""").Of("cookie.session"));

    [Theory]
    [InlineData("""["theme=dark","session=a"]""", "", "a")]
    [InlineData("""["session=a","session=b"]""", "", "a|b")]
    [InlineData("""["session=a"]""", "session=a", "a")]
    [InlineData("""["session=a"]""", "session=b", "a|b")]
    [InlineData("null", "session=b", "b")]
    public void An_http_api_lists_cookies_and_what_a_header_says_otherwise_is_another_value(
        string cookies, string header, string expected) => Assert.Equal(
            Split(expected),
            SomeEvent.Http2($$"""{"cookies":{{cookies}},"headers":{"cookie":"{{header}}"} }""").Of("cookie.session"));

    [Fact]
    public void A_stage_variable_compares_with_case()
    {
        AuthorizerRequest request = SomeEvent.Rest("""{"stageVariables":{"tenant":"blue","empty":""}}""");

        Assert.Equal(["blue"], request.Of("stageVariable.tenant"));
        Assert.Equal([""], request.Of("stageVariable.empty"));
        Assert.Empty(request.Of("stageVariable.Tenant"));
    }

    [Fact]
    public void Values_given_by_key_are_found_by_key()
    {
        var values = new RequestValues(
        [
            new(SomeEvent.Key("header.X-Tenant"), "blue"),
            new(SomeEvent.Key("cookie.session"), "a"),
            new(SomeEvent.Key("query.tag"), "b"),
            new(SomeEvent.Key("clientCertificate.subjectDN"), "CN=client"),
        ]);

        Assert.Equal(["blue"], values.Of(SomeEvent.Key("header.x-tenant")));
        Assert.Equal(["a"], values.Of(SomeEvent.Key("cookie.session")));
        Assert.Equal(["b"], values.Of(SomeEvent.Key("query.tag")));
        Assert.Equal(["CN=client"], values.Of(SomeEvent.Key("clientCertificate.subjectDN")));
    }

    private static string[] Split(string values) => values.Length == 0 ? [] : values.Split('|');
}
