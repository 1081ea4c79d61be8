using System.Text;
using System.Text.Json;
using Authorizers.Cli.Explain;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Tests.Explain;

public sealed class EventRewriteTests
{
    private const string Stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";

    [Fact]
    public void A_token_event_changes_in_its_method_alone()
    {
        static string Event(string method) => $$"""
            { "type":"TOKEN", "authorizationToken":"Bearer \u0061", "methodArn":"{{Stage}}/{{method}}", "more":[{"path":1}] }
            """;

        Assert.Equal(Event("DELETE/orders/sample"), Rewrite("DELETE /orders/{id}", Event("GET/a/b")));
    }

    [Fact]
    public void A_rest_request_changes_wherever_it_tells_the_method()
    {
        JsonElement rewritten = JsonElement.Parse(Rewrite("DELETE /orders/{id}", $$"""
            {
              "type": "REQUEST", "methodArn": "{{Stage}}/GET/a/b", "resource": "/a/{x}", "path": "/a/b", "httpMethod": "GET",
              "headers": { "path": "/a/b", "httpMethod": "GET" }, "pathParameters": { "x": "b" },
              "requestContext": {
                "identity": { "sourceIp": "203.0.113.9" }, "path": "/prod/a/b", "resourcePath": "/a/{x}", "httpMethod": "GET",
                "stage": "prod"
              },
              "stageVariables": null
            }
            """));

        Assert.Equal(
            $$$"""
            {"type":"REQUEST","methodArn":"{{{Stage}}}/DELETE/orders/sample","resource":"/orders/{id}","path":"/orders/sample",
            "httpMethod":"DELETE","headers":{"path":"/a/b","httpMethod":"GET"},"pathParameters":{"id":"sample"},
            "requestContext":{"identity":{"sourceIp":"203.0.113.9"},"path":"/prod/orders/sample","resourcePath":"/orders/{id}",
            "httpMethod":"DELETE","stage":"prod"},"stageVariables":null}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(rewritten));
    }

    [Fact]
    public void An_http_request_changes_wherever_it_tells_the_method()
    {
        string rewritten = Rewrite("GET /files/{path+}", $$"""
            {"version":"2.0","routeArn":"{{Stage}}/POST/a/b","routeKey":"POST /a/{x}",
            "rawPath":"/prod/a/b",
            "requestContext":{"http":{"method":"POST","path":"/prod/a/b","sourceIp":"::1"},
            "routeKey":"POST /a/{x}"},
            "pathParameters":null}
            """);

        Assert.Equal(
            $$$"""
            {"version":"2.0","routeArn":"{{{Stage}}}/GET/files/sample/sample","routeKey":"GET /files/{path+}",
            "rawPath":"/prod/files/sample/sample",
            "requestContext":{"http":{"method":"GET","path":"/prod/files/sample/sample","sourceIp":"::1"},
            "routeKey":"GET /files/{path+}"},
            "pathParameters":{"path":"sample/sample"}}
            """,
            rewritten);
    }

    [Fact]
    public void A_route_without_parameters_has_none() =>
        Assert.Equal("""{"pathParameters":null}""", Rewrite("GET /", """{"pathParameters":{"x":"b"}}"""));

    private static string Rewrite(string route, string json)
    {
        Assert.True(RoutePattern.TryParse(route, out RoutePattern? pattern, out _));
        Assert.True(MethodArn.TryParse($"{Stage}/GET/a/b", out MethodArn? called));
        var table = new RouteTable([new RouteRule(pattern, Anyone: true, [], [])]);
        SampleCall? call = SampleCall.Of(pattern, table, called);
        return Encoding.UTF8.GetString(EventRewrite.For(Assert.IsType<SampleCall>(call), "/a/b", Encoding.UTF8.GetBytes(json)));
    }
}
