using System.Text;

namespace Authorizers.Tests.Pairs;

/// <summary>The specification by example, through both of a function's doors.</summary>
public sealed class SharedPairTests
{
    public static TheoryData<string> Names => EventPair.Names;

    /// <summary>The pairs that Amazon's serializer and types read as ours do.</summary>
    public static TheoryData<string> NamesReadAlike =>
        [.. EventPair.All.Except(AmazonReading.Unreadable).Except(AmazonReading.Otherwise)];

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

    [Fact]
    public void Each_response_and_each_configuration_belongs_to_an_event() => Assert.Empty(EventPair.Orphans);
}
