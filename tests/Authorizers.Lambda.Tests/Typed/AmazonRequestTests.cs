using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Core;
using Authorizers.Core.Events;
using Authorizers.Lambda.Typed;

namespace Authorizers.Lambda.Tests.Typed;

/// <summary>Events that Amazon's serializer has read say the same as those that we read ourselves.</summary>
public sealed class AmazonRequestTests
{
    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("")]
    [InlineData("Bearer \\u0061\\\"\\n\\\\")]
    [InlineData("Zo\u00eb \\u00eb \U0001F600 \\uD83D\\uDE00")]
    public void A_token_event_is_the_same_request_either_way(string token)
    {
        string json = $$"""{"type":"TOKEN","authorizationToken":"{{token}}","methodArn":"{{The.MethodArn}}","later":[{}]}""";

        AuthorizerRequest typed = AmazonEvents.ToRequest(Deserialized(json));
        AuthorizerRequest raw = TokenEvent.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal(raw.AuthorizationToken.ToArray(), typed.AuthorizationToken.ToArray());
        Assert.Equal(raw.Method, typed.Method);
        Assert.Equal(The.Method, typed.Method);
    }

    [Theory]
    [InlineData("""{"type":"TOKEN","authorizationToken":null,"methodArn":"arn:aws:execute-api:a:123456789012:b/c/GET/"}""")]
    [InlineData("""{"type":"TOKEN","methodArn":"arn:aws:execute-api:a:123456789012:b/c/GET/"}""")]
    public void An_event_without_a_token_is_a_request_without_one_either_way(string json)
    {
        Assert.True(AmazonEvents.ToRequest(Deserialized(json)).AuthorizationToken.IsEmpty);
        Assert.True(TokenEvent.Read(Encoding.UTF8.GetBytes(json)).AuthorizationToken.IsEmpty);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":null,"authorizationToken":null,"methodArn":null}""")]
    [InlineData("""{"authorizationToken":"Bearer abc","methodArn":"arn:aws:execute-api:a:123456789012:b/c/GET/"}""")]
    [InlineData("""{"type":"REQUEST","methodArn":"arn:aws:execute-api:a:123456789012:b/c/GET/"}""")]
    [InlineData("""{"type":"token","methodArn":"arn:aws:execute-api:a:123456789012:b/c/GET/"}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"Bearer abc"}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"Bearer abc","methodArn":""}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"Bearer abc","methodArn":"arn:aws:s3:::bucket"}""")]
    public void An_event_of_another_kind_is_refused_either_way(string json)
    {
        Assert.Throws<InvalidEventException>(() => AmazonEvents.ToRequest(Deserialized(json)));
        Assert.Throws<InvalidEventException>(() => TokenEvent.Read(Encoding.UTF8.GetBytes(json)));
    }

    private static APIGatewayCustomAuthorizerRequest? Deserialized(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>().Deserialize<APIGatewayCustomAuthorizerRequest?>(stream);
    }
}
