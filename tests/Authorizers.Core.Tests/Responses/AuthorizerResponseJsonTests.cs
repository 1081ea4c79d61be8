using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Responses;

public sealed class AuthorizerResponseJsonTests
{
    private static readonly string[] RefusedPaths = ["GET/?*/?*/?*", "*//*", "*/./*", "*/../*", "*/.", "*/..", "*%2E*", "*%2e*"];

    [Fact]
    public void Allowed_is_written_as_the_gateway_reads_it()
    {
        var principal = new Principal { Id = The.Subject, Context = [new("tenant", "acme")] };
        var grants = new Grants(
            [Some.Rule("GET /orders/{id}"), Some.Rule("POST /orders")], [Some.Rule("PUT /orders", "admin")]);

        Assert.Equal(
            OneLine($$"""
            {
              "principalId": "alice",
              "policyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Effect": "Allow",
                    "Action": ["execute-api:Invoke"],
                    "Resource": ["{{The.StageArn}}/GET/orders/?*", "{{The.StageArn}}/POST/orders"]
                  },
                  {
                    "Effect": "Deny",
                    "Action": ["execute-api:Invoke"],
                    "NotResource": ["{{The.StageArn}}/GET/orders/?*", "{{The.StageArn}}/POST/orders"]
                  },
                  {
                    "Effect": "Deny",
                    "Action": ["execute-api:Invoke"],
                    "Resource": [{{string.Join(',', RefusedPaths.Select(path => $"\"{The.StageArn}/{path}\""))}}]
                  }
                ]
              },
              "context": { "tenant": "acme" }
            }
            """),
            Written(new Decision.Allowed(principal, grants, null, default)));
    }

    [Fact]
    public void Denied_is_written_with_its_reason() => Assert.Equal(
        OneLine($$$"""
        {"principalId":"alice","policyDocument":{"Version":"2012-10-17","Statement":[
        {"Effect":"Deny","Action":["execute-api:Invoke"],"Resource":["{{{The.StageArn}}}/*"]}]},
        "context":{"reason":"not_granted"}}
        """),
        Written(new Decision.Denied(Some.Principal(), Rejection.NotGranted, null, default)));

    [Fact]
    public void An_empty_context_is_not_written() => Assert.DoesNotContain(
        "context",
        Written(new Decision.Allowed(Some.Principal(), new Grants([Some.Rule("GET /")], []), null, default)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("text", "\"text\"")]
    [InlineData("", "\"\"")]
    [InlineData("\"\\\n\u0001", "\"\\u0022\\\\\\n\\u0001\"")]
    [InlineData("é😀<", "\"\\u00E9\\uD83D\\uDE00\\u003C\"")]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(7L, "7")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(1.5, "1.5")]
    [InlineData(100.0, "100")]
    [InlineData(0.1, "0.1")]
    public void A_context_value_is_written_in_its_type(object value, string json) => Assert.EndsWith(
        $"\"context\":{{\"x\":{json}}}}}", Written(WithContext(value)), StringComparison.Ordinal);

    [Theory]
    [InlineData(7)]
    [InlineData(7.5f)]
    [InlineData('c')]
    public void A_value_of_any_other_type_is_our_mistake(object value) =>
        Assert.Throws<InvalidOperationException>(() => Written(WithContext(value)));

    private static string OneLine(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static Decision.Allowed WithContext(object value)
    {
        var principal = new Principal { Id = The.Subject, Context = [new("x", value)] };
        return new Decision.Allowed(principal, new Grants([Some.Rule("GET /")], []), null, default);
    }

    private static string Written(Decision decision)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var responder = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual);
            AuthorizerResponseJson.Write(writer, responder.Settle(decision, The.Call).Response!);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
