using System.Text;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

public sealed class RequestEventTests
{
    private const string Arn = $"{The.StageArn}/GET/orders/42";

    [Theory]
    [InlineData($$"""{"type":"REQUEST","methodArn":"{{Arn}}"}""", EventFormat.Rest)]
    [InlineData($$"""{"type":"REQUEST","methodArn":"{{Arn}}","version":null}""", EventFormat.Rest)]
    [InlineData($$"""{"version":"1.0","type":"REQUEST","methodArn":"{{Arn}}"}""", EventFormat.HttpApi1)]
    [InlineData($$"""{"version":"2.0","type":"REQUEST","routeArn":"{{Arn}}"}""", EventFormat.HttpApi2)]
    [InlineData($$"""{"type":"REQUEST","routeArn":"{{Arn}}","version":"2.0"}""", EventFormat.HttpApi2)]
    [InlineData(
        $$"""{"requestContext":{"routeKey":"$connect","eventType":"CONNECT"},"type":"REQUEST","methodArn":"{{Arn}}"}""",
        EventFormat.WebSocket)]
    [InlineData($$"""{"requestContext":{"routeKey":"$connect"},"type":"REQUEST","methodArn":"{{Arn}}"}""", EventFormat.Rest)]
    public void The_event_itself_tells_its_format(string json, EventFormat format)
    {
        AuthorizerRequest request = RequestEvent.Read(Some.Utf8(json));

        Assert.Equal(format, request.Format);
        Assert.Equal(Arn, request.Method.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData($$"""{"type":"REQUEST","methodArn":"{{Arn}}"}{}""")]
    [InlineData($$"""{"type":"REQUEST","methodArn":"{{Arn}}",}""")]
    [InlineData($$"""{"type":"TOKEN","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"request","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"REQUEST","routeArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"REQUEST","methodArn":7}""")]
    [InlineData($$"""{"version":"2.0","type":"REQUEST","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"version":"3.0","type":"REQUEST","methodArn":"{{Arn}}","routeArn":"{{Arn}}"}""")]
    [InlineData($$"""{"version":2.0,"type":"REQUEST","routeArn":"{{Arn}}"}""")]
    public void What_is_no_request_event_of_a_known_format_is_refused(string json) => AssertRefused(Some.Utf8(json));

    [Theory]
    [InlineData("""{"headers":[]}""")]
    [InlineData("""{"headers":"Authorization"}""")]
    [InlineData("""{"headers":{"Authorization":7}}""")]
    [InlineData("""{"headers":{"Authorization":{"a":"b"}}}""")]
    [InlineData("""{"multiValueHeaders":{"Authorization":[7]}}""")]
    [InlineData("""{"multiValueHeaders":{"Authorization":[null]}}""")]
    [InlineData("""{"queryStringParameters":true}""")]
    [InlineData("""{"stageVariables":{"tenant":1}}""")]
    [InlineData("""{"requestContext":"none"}""")]
    [InlineData("""{"cookies":{"a":"b"}}""")]
    [InlineData("""{"cookies":[7]}""")]
    [InlineData("""{"rawQueryString":7}""")]
    [InlineData("""{"headers":{},"headers":{}}""")]
    [InlineData("""{"headers":null,"h\u0065aders":{}}""")]
    [InlineData("""{"type":"REQUEST"}""")]
    [InlineData("""{"headers":{"Authorization":"\ud800"}}""")]
    public void A_member_of_another_type_or_one_that_comes_twice_is_refused(string members) =>
        AssertRefused(Some.Utf8(SomeEvent.RestJson(members)));

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused() =>
        AssertRefused(Encoding.Latin1.GetBytes(SomeEvent.RestJson("{\"headers\":{\"X-Name\":\"Zo\u00eb\"}}")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void Maps_may_be_null_or_empty(string map)
    {
        string[] names =
        [
            "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "stageVariables",
            "requestContext",
        ];

        AuthorizerRequest request = SomeEvent.Rest($"{{{string.Join(',', names.Select(name => $"\"{name}\":{map}"))}}}");

        Assert.Empty(request.Of("header.Authorization"));
        Assert.Empty(request.Of("query.tenant"));
        Assert.Empty(request.Of("stageVariable.tenant"));
        Assert.Null(request.ClientCertificate);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"headers":{"Authorization":"Bearer a.b.c"}}""")]
    [InlineData("""[{"type":"TOKEN"}]""")]
    public void Members_that_came_later_are_ignored(string later) =>
        Assert.Empty(
            SomeEvent.Rest($$"""{"later":{{later}},"pathParameters":{{later}},"body":{{later}} }""").Of("header.Authorization"));

    [Fact]
    public void The_route_key_is_an_http_apis_alone()
    {
        Assert.Equal("GET /orders/{id}", SomeEvent.Http2("""{"routeKey":"GET /orders/{id}"}""").RouteKey);
        Assert.Equal("$default", SomeEvent.Http2("""{"requestContext":{"routeKey":"$default"}}""").RouteKey);
        Assert.Null(SomeEvent.Rest("""{"routeKey":"GET /orders/{id}"}""").RouteKey);
    }

    [Fact]
    public void Two_client_certificates_are_refused() => AssertRefused(Some.Utf8(SomeEvent.RestJson(
        """{"requestContext":{"identity":{"clientCert":{"clientCertPem":"a","clientCertPem":"b"}}}}""")));

    private static void AssertRefused(byte[] json)
    {
        var refusal = Assert.Throws<InvalidEventException>(() => RequestEvent.Read(json));
        Assert.DoesNotContain("orders", refusal.Message, StringComparison.Ordinal);
    }
}
