using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Lambda.Typed;

namespace Authorizers.Token.Tests.Pairs;

public sealed class EventPairTests
{
    public static TheoryData<string> NamesUnreadableForAmazon => [.. AmazonReading.Unreadable];

    public static TheoryData<string> NamesReadOtherwiseByAmazon => [.. AmazonReading.Otherwise];

    [Theory]
    [MemberData(nameof(NamesUnreadableForAmazon))]
    public void Amazons_serializer_cannot_read_an_event_that_is_no_token_event_in_json(string name)
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>();
        using var json = new MemoryStream(new EventPair(name).Event);

        Assert.Throws<JsonSerializerException>(() => serializer.Deserialize<APIGatewayCustomAuthorizerRequest>(json));
    }

    [Theory]
    [MemberData(nameof(NamesReadOtherwiseByAmazon))]
    public async Task Amazons_serializer_finds_the_good_token_in_an_event_that_api_gateway_never_sends(string name)
    {
        Answer allowed = await new EventPair("allowed").InvokeAsync();

        Answer answer = await new EventPair(name).InvokeTypedAsync();

        Assert.Equal(allowed.Printed, answer.Printed);
    }
}
