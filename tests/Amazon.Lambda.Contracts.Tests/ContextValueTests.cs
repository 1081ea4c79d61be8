using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Values of a context and characters of a text, as they leave.</summary>
public sealed class ContextValueTests
{
    public static TheoryData<object?, string> Written => new()
    {
        { "x", "\"x\"" },
        { true, "true" },
        { false, "false" },
        { 1, "1" },
        { int.MinValue, "-2147483648" },
        { long.MaxValue, "9223372036854775807" },
        { 1.5, "1.5" },
        { 1d, "1" },
        { 0.1, "0.1" },
        { 1e300, "1E+300" },
        { -0d, "-0" },
        { null, "null" },
        { new List<string> { "a", "b" }, """["a","b"]""" },
    };

    public static TheoryData<object> Refused => new()
    {
        1m,
        1f,
        Guid.Empty,
        'x',
        (short)1,
        DateTimeOffset.UnixEpoch,
        new List<int> { 1 },
        new Dictionary<string, int>(),
        double.NaN,
        double.PositiveInfinity,
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_value_of_a_registered_type_is_written(object? value, string json) =>
        Assert.Equal($$$"""{"context":{"k":{{{json}}}}}""", Wire.Rest.Write(Some.ResponseWith("k", value)));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_of_any_other_type_and_a_number_that_is_none_throw(object value) =>
        Assert.Throws<JsonSerializerException>(() => Wire.Rest.Write(Some.ResponseWith("k", value)));

    [Theory]
    [InlineData("\U0001F600", "\\uD83D\\uDE00")]
    [InlineData("a+b<c>d&e'f`g", "a+b<c>d&e'f`g")]
    [InlineData("a\"b\\c/d", "a\\\"b\\\\c/d")]
    [InlineData("\b\t\n\f\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\0\u001f\u007f\u0085", "\\u0000\\u001F\\u007F\\u0085")]
    [InlineData("é\u4e2dß", "é\u4e2dß")]
    [InlineData("\u00a0\u2028\u2029\ufeff", "\\u00A0\\u2028\\u2029\\uFEFF")]
    [InlineData("\u200b\u202e", "\u200b\u202e")]
    public void Text_is_escaped_where_JSON_asks_for_it_and_beyond_16_bits(string text, string escaped)
    {
        Assert.Equal($$$"""{"context":{"k":"{{{escaped}}}"}}""", Wire.Rest.Write(Some.ResponseWith("k", text)));
        Assert.Equal($$$"""{"context":{"{{{escaped}}}":"v"}}""", Wire.Rest.Write(Some.ResponseWith(text, "v")));
    }

    [Fact]
    public void Half_a_surrogate_is_replaced() =>
        Assert.Equal("""{"context":{"k":"\uFFFD"}}""", Wire.Rest.Write(Some.ResponseWith("k", "\ud83d")));

    [Fact]
    public void The_values_of_an_event_are_elements()
    {
        APIGatewayCustomAuthorizerContext context = Wire.Rest.Read<APIGatewayProxyRequest>(
            """{"requestContext":{"authorizer":{"n":1,"claims":{"sub":"u","n":1,"x":null}}}}""").RequestContext.Authorizer;

        Assert.Equal(1, Assert.IsType<JsonElement>(context["n"]).GetInt32());
        Assert.Equal([KeyValuePair.Create("sub", "u")], context.Claims);
    }

    [Fact]
    public void Claims_are_empty_unless_an_event_or_code_gave_some()
    {
        Assert.Empty(new APIGatewayCustomAuthorizerContext().Claims);
        Assert.Empty(new APIGatewayCustomAuthorizerContext { ["claims"] = "text" }.Claims);
        Assert.Equal("v", new APIGatewayCustomAuthorizerContext { Claims = new() { ["k"] = "v" } }.Claims["k"]);
    }
}
