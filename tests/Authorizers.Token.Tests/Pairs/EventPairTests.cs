using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Lambda.Typed;

namespace Authorizers.Token.Tests.Pairs;

public sealed class EventPairTests
{
    /// <summary>Amazon's serializer throws, so a host that uses it reports that and our code is never asked.</summary>
    private static readonly string[] UnreadableForAmazon = ["not-json", "token-not-text"];

    /// <summary>Amazon's serializer ignores the case of names and takes the last of two members; ours refuses both.</summary>
    private static readonly string[] ReadOtherwiseByAmazon = ["member-names-in-another-case", "member-repeated"];

    public static TheoryData<string> Names => EventPair.Names;

    public static TheoryData<string> NamesReadAlike =>
        [.. EventPair.All.Except(UnreadableForAmazon).Except(ReadOtherwiseByAmazon)];

    public static TheoryData<string> NamesUnreadableForAmazon => [.. UnreadableForAmazon];

    public static TheoryData<string> NamesReadOtherwiseByAmazon => [.. ReadOtherwiseByAmazon];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_event_gets_the_response_filed_beside_it(string name)
    {
        var pair = new EventPair(name);

        Answer answer = await pair.InvokeAsync();

        pair.Expect(answer.Printed);
    }

    [Theory]
    [MemberData(nameof(NamesReadAlike))]
    public async Task An_event_gets_the_same_response_through_amazons_serializer_and_types(string name)
    {
        var pair = new EventPair(name);
        Answer ours = await pair.InvokeAsync();

        Answer amazons = await pair.InvokeTypedAsync();

        Assert.Equal(Encoding.UTF8.GetString(ours.Printed), Encoding.UTF8.GetString(amazons.Printed));
    }

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

    [Fact]
    public void Each_response_and_each_configuration_belongs_to_an_event() => Assert.Empty(EventPair.Orphans);
}
