using System.Text.Json;

namespace Authorizers.Tests.Pairs;

public sealed class DecisionRecordTests
{
    private static readonly string?[] AllowedIssuers = [The.Issuer, null];
    private static readonly string?[] AllowedKeyIds = [.. The.KeyIds, null];

    public static TheoryData<string> Names => EventPair.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_event_leaves_one_record_that_says_why(string name)
    {
        Answer answer = await new EventPair(name).InvokeAsync();

        Assert.Equal(ExpectedRecords.Of(name), answer.Record());
    }

    [Theory]
    [MemberData(nameof(SharedPairTests.NamesReadAlike), MemberType = typeof(SharedPairTests))]
    public async Task An_event_leaves_the_same_record_through_amazons_types(string name)
    {
        Answer answer = await new EventPair(name).InvokeTypedAsync();

        Assert.Equal(ExpectedRecords.Of(name), answer.Record());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_of_a_credential_gets_into_a_record_an_operators_line_or_an_error(string name)
    {
        var pair = new EventPair(name);

        Answer answer = await pair.InvokeAsync();

        string record = string.Join('\n', JsonLeaves.Of(JsonElement.Parse(answer.Records)));
        string error = answer.Failed ? string.Join('\n', JsonLeaves.Of(answer.Json())) : "";
        Assert.All(Presented.Texts(pair.Event), text => Assert.DoesNotContain(text, $"{record}\n{error}\n{answer.Lines}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_record_names_the_configured_issuer_and_a_key_we_hold_or_none(string name)
    {
        Answer answer = await new EventPair(name).InvokeAsync();

        JsonElement record = JsonElement.Parse(answer.Records);
        Assert.Contains(record.GetProperty("issuer").GetString(), AllowedIssuers);
        Assert.Contains(record.GetProperty("keyId").GetString(), AllowedKeyIds);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("orders:read")]
    [InlineData("4102444800")]
    [InlineData("at+jwt")]
    public void The_texts_looked_for_are_those_that_a_token_holds(string text) =>
        Assert.Contains(text, Presented.Texts(new EventPair(TheFunction.AllowedPair).Event));
}
