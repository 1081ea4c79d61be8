using System.Text.Json;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(""" {"a":1,"A":2," a":3} """)]
    [InlineData("""{"a":{"b":1},"b":{"b":1}}""")]
    [InlineData("""{"a":[{"b":1},{"b":1}]}""")]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"\ud83d\ude00":1}""")]
    [InlineData("""{"a":"\\ud800"}""")]
    [InlineData("""{"a":"ü😀"}""")]
    public void One_object_is_read(string json)
    {
        using JsonDocument? document = StrictJson.ParseObject(Some.Utf8(json));

        Assert.NotNull(document);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("\"{}\"")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    public void What_is_no_object_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{},")]
    [InlineData("{}\0")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1")]
    [InlineData("{/* a */}")]
    [InlineData("{'a':1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("\ufeff{}")]
    public void What_is_more_or_less_than_JSON_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":2,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"\u0061":1,"\u0061":2}""")]
    [InlineData("""{"a\/b":1,"a/b":2}""")]
    [InlineData("""{"\ud83d\ude00":1,"😀":2}""")]
    [InlineData("""{"":1,"":2}""")]
    [InlineData("""{"x":{"a":1,"a":2}}""")]
    [InlineData("""{"x":[[{"a":1,"\u0061":2}]]}""")]
    public void A_member_that_stands_twice_is_refused_at_any_depth(string json) => AssertRefused(json);

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\udc00"}""")]
    [InlineData("""{"a":"\ude00\ud83d"}""")]
    [InlineData("""{"a":["x",{"b":"\ud800x"}]}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"x":{"\udfff":1}}""")]
    public void A_lone_surrogate_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc3 })]
    [InlineData(new byte[] { 0xc0, 0xaf })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 })]
    public void Bytes_that_are_no_UTF8_are_refused_in_names_and_in_values(byte[] bytes)
    {
        Assert.Null(StrictJson.ParseObject((byte[])[.. "{\""u8, .. bytes, .. "\":1}"u8]));
        Assert.Null(StrictJson.ParseObject((byte[])[.. "{\"a\":\""u8, .. bytes, .. "\"}"u8]));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(100_000, false)]
    public void Sixteen_levels_are_as_deep_as_it_goes(int depth, bool accepted)
    {
        string arrays = new('[', depth - 1);
        string json = $"{{\"a\":{arrays}{arrays.Replace('[', ']')}}}";

        using JsonDocument? plain = StrictJson.ParseObject(Some.Utf8(json));
        using JsonDocument? escaped = StrictJson.ParseObject(Some.Utf8(json.Replace("a", "\\u0061", StringComparison.Ordinal)));

        Assert.Equal(accepted, plain is not null);
        Assert.Equal(accepted, escaped is not null);
    }

    [Fact]
    public void Whatever_bytes_arrive_a_document_can_be_read_to_its_end_or_there_is_none()
    {
        byte[] valid = Some.Utf8(
            """{"iss":"https://issuer.example/","aud":["a","\u00e9\ud83d\ude00"],"exp":1.5e9,"x":{"y":[true,null]}}""");
        var chance = new Random(20261120);
        int refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            using JsonDocument? document = StrictJson.ParseObject(Mutation.Of(valid, chance));
            refused += document is null ? 1 : 0;
            ReadAll(document?.RootElement ?? default);
        }

        Assert.InRange(refused, 1000, 4999);
    }

    private static void ReadAll(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Assert.NotNull(value.GetString());
                break;
            case JsonValueKind.Array:
                Assert.All(value.EnumerateArray(), ReadAll);
                break;
            case JsonValueKind.Object:
                Assert.All(value.EnumerateObject(), member => ReadAll(member.Value));
                Assert.Distinct(value.EnumerateObject().Select(member => member.Name));
                break;
            default:
                break;
        }
    }

    private static void AssertRefused(string json) => Assert.Null(StrictJson.ParseObject(Some.Utf8(json)));
}
