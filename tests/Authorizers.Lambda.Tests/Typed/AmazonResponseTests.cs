using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Typed;

namespace Authorizers.Lambda.Tests.Typed;

/// <summary>Our own writer and Amazon's serializer give API Gateway the same bytes.</summary>
public sealed class AmazonResponseTests
{
    public static TheoryData<string> Kinds => [.. Decisions.Keys];

    public static TheoryData<object> Values =>
    [
        "", "plain", "\"'<>&+/\\\u007f", "\0\t\n\u001f\u0085\u2028\u2029", "Zoë \u4e2d \U0001F600", "\ufeff",
        "\ud800", "a\udc00b",
        true, false, 0L, 1L, -1L, long.MaxValue, long.MinValue,
        0.0, -0.0, 0.1, 1.5, -1e-7, 1e21, 123456789012345680.0, double.Epsilon, double.MaxValue,
    ];

    private static Dictionary<string, Decision> Decisions => new()
    {
        ["allowed"] = SomeDecision.Allowed(),
        ["allowed elsewhere"] = SomeDecision.AllowedElsewhere(),
        ["denied"] = SomeDecision.Denied(),
        ["401 as a deny"] = SomeDecision.Unauthenticated(),
        ["every method"] = SomeDecision.AllowedRoutes("ANY /admin/{proxy+}"),
        ["the root"] = SomeDecision.AllowedRoutes("GET /"),
        ["letters that JSON may escape"] = SomeDecision.AllowedRoutes("GET /it's/a&b+c/{id}"),
        ["several routes"] = SomeDecision.AllowedRoutes("GET /", "POST /orders", "GET /orders/{id}"),
        ["routes of one resource"] = SomeDecision.AllowedRoutes("GET /orders/{id}", "GET /orders/{rest+}", "ANY /orders/{id}"),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_response_of_each_kind_is_the_same_bytes(string kind)
    {
        PolicyResponse response = Response(Decisions[kind]);

        Assert.Equal(Ours(response), Amazons(response));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_context_value_of_each_type_is_the_same_bytes(object value)
    {
        PolicyResponse response = Response(SomeDecision.Allowed(new("first", "x"), new("the value", value), new("last", 1L)));

        Assert.Equal(Ours(response), Amazons(response));
    }

    [Theory]
    [InlineData("Zoë's \"key\"")]
    [InlineData("")]
    [InlineData("\n")]
    public void A_context_key_is_the_same_bytes(string key)
    {
        PolicyResponse response = Response(SomeDecision.Allowed(new KeyValuePair<string, object>(key, "x")));

        Assert.Equal(Ours(response), Amazons(response));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData('x')]
    public void What_one_cannot_write_the_other_cannot_either(object value)
    {
        PolicyResponse response = Response(SomeDecision.Allowed(new KeyValuePair<string, object>("a", value)));

        Assert.ThrowsAny<Exception>(() => Ours(response));
        Assert.Throws<JsonSerializerException>(() => Amazons(response));
    }

    [Fact]
    public void These_are_the_bytes() => Assert.Equal(
        """
        {"principalId":"user-1","policyDocument":{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":["execute-api:Invoke"],
        "Resource":["arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/POST/orders"]},
        {"Effect":"Deny","Action":["execute-api:Invoke"],
        "NotResource":["arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/POST/orders"]}]}}
        """.ReplaceLineEndings(""),
        Amazons(Response(SomeDecision.AllowedElsewhere())));

    private static PolicyResponse Response(Decision decision) =>
        Assert.IsType<PolicyResponse>(new Responder(OnUnauthenticated.Deny, PolicyLimits.Usual).Settle(decision, The.Method).Response);

    private static string Ours(PolicyResponse response)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            AuthorizerResponseJson.Write(writer, response);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static string Amazons(PolicyResponse response)
    {
        using var stream = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>().Serialize(AmazonEvents.ToAmazon(response), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
