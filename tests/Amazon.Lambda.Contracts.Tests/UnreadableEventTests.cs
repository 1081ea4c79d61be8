using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Events that are refused: always by a JsonSerializerException with the cause inside.</summary>
public sealed class UnreadableEventTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("""{"type":"TOKEN",}""")]
    [InlineData("""{"type":"TOKEN"} x""")]
    [InlineData("""{"type":"TOKEN"}{}""")]
    [InlineData("""{/* no comments */}""")]
    [InlineData("""{'type':'TOKEN'}""")]
    [InlineData("\ufeff{}")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("{\"type\":\"a\nb\"}")]
    public void What_is_no_JSON_is_refused(string sent) => AssertRefused(sent);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"TOKEN\"")]
    [InlineData("1")]
    [InlineData("true")]
    public void What_is_no_object_is_refused(string sent) => AssertRefused(sent);

    [Theory]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":true}""")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"type":["TOKEN"]}""")]
    [InlineData("""{"requestContext":{"messageId":1}}""")]
    [InlineData("""{"requestContext":{"status":200}}""")]
    [InlineData("""{"requestContext":{"integrationLatency":1}}""")]
    [InlineData("""{"requestContext":{"identity":{"apiKey":1}}}""")]
    public void What_is_no_string_is_refused_where_one_is_due(string sent) => AssertRefused(sent);

    [Theory]
    [InlineData("""{"headers":""}""")]
    [InlineData("""{"headers":[]}""")]
    [InlineData("""{"headers":{"a":["b"]}}""")]
    [InlineData("""{"headers":{"a":1}}""")]
    [InlineData("""{"requestContext":[]}""")]
    [InlineData("""{"requestContext":{"identity":{"clientCert":{"validity":""}}}}""")]
    public void What_is_no_map_is_refused_where_one_is_due(string sent) => AssertRefused(sent);

    [Theory]
    [InlineData("null")]
    [InlineData("\"1795145340000\"")]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    public void What_is_no_whole_number_is_refused_where_an_epoch_time_is_due(string value)
    {
        AssertRefused($$$"""{"requestContext":{"requestTimeEpoch":{{{value}}}}}""");
        AssertRefused($$$"""{"requestContext":{"connectedAt":{{{value}}}}}""");
    }

    [Theory]
    [InlineData("""{"identitySource":"Bearer x.y.z"}""")]
    [InlineData("""{"cookies":{}}""")]
    [InlineData("""{"requestContext":{"timeEpoch":"1"}}""")]
    [InlineData("""{"requestContext":{"authentication":""}}""")]
    public void Format_2_is_refused_by_the_same_rules(string sent)
    {
        JsonSerializerException refusal =
            Assert.Throws<JsonSerializerException>(() => Wire.HttpApi2.Read<APIGatewayCustomAuthorizerV2Request>(sent));

        Assert.IsType<JsonException>(refusal.InnerException);
    }

    [Theory]
    [InlineData("{\"type\":\"\u00ff\"}")]
    [InlineData("{\"headers\":{\"a\":\"\u00c0\u00af\"}}")]
    [InlineData("{\"headers\":{\"\u00ff\":\"a\"}}")]
    [InlineData("""{"type":"\ud83d"}""")]
    [InlineData("""{"headers":{"\ude00":"a"}}""")]
    public void Bytes_that_are_no_UTF8_and_half_surrogates_are_refused_in_what_is_kept(string latin1) =>
        Assert.Throws<JsonSerializerException>(() => Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(Wire.Latin1(latin1)));

    [Fact]
    public void Nesting_is_refused_beyond_64_even_where_it_is_ignored()
    {
        AssertRefused(Nested(64));
        Assert.NotNull(Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(Nested(63)));
    }

    [Fact]
    public void A_refusal_names_the_type_that_was_due() => Assert.Contains(
        "Amazon.Lambda.APIGatewayEvents.APIGatewayCustomAuthorizerRequest",
        Assert.Throws<JsonSerializerException>(() => Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>("[]")).Message,
        StringComparison.Ordinal);

    private static string Nested(int arrays) => $$"""{"unknown":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";

    private static void AssertRefused(string sent)
    {
        JsonSerializerException refusal =
            Assert.Throws<JsonSerializerException>(() => Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(sent));

        Assert.IsAssignableFrom<JsonException>(refusal.InnerException);
    }
}
