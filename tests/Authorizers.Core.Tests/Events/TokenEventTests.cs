using System.Text;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

public sealed class TokenEventTests
{
    private const string Arn = $"{The.StageArn}/GET/orders/42";
    private const string Valid = $$"""{"type":"TOKEN","authorizationToken":"Bearer a.b.c","methodArn":"{{Arn}}"}""";

    [Theory]
    [InlineData(Valid)]
    [InlineData($$"""  { "methodArn" : "{{Arn}}", "authorizationToken" : "Bearer a.b.c", "type" : "TOKEN" }  """)]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"\u0042earer a.b\u002ec","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"t\u0079pe":"TOKEN","authorizationToken":"Bearer a.b.c","method\u0041rn":"{{Arn}}"}""")]
    public void The_three_members_are_read_in_any_order_and_spelling(string json)
    {
        AuthorizerRequest request = Read(json);

        Assert.Equal("Bearer a.b.c", TokenOf(request));
        Assert.Equal(Arn, request.Method.ToString());
    }

    [Theory]
    [InlineData("""1""")]
    [InlineData("""null""")]
    [InlineData(""" "text" """)]
    [InlineData("""["type","methodArn"]""")]
    [InlineData("""{"type":"REQUEST","methodArn":"x","authorizationToken":"y","deep":[{"type":[1,{"a":null}]}]}""")]
    public void Members_that_came_later_are_ignored(string later)
    {
        AuthorizerRequest request = Read($$"""{"x":{{later}},{{Valid[1..^1]}},"y":{{later}}}""");

        Assert.Equal("Bearer a.b.c", TokenOf(request));
        Assert.Equal(Arn, request.Method.ToString());
    }

    [Theory]
    [InlineData($$"""{"type":"TOKEN","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":null,"methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","AuthorizationToken":"Bearer a.b.c","methodArn":"{{Arn}}"}""")]
    public void Without_a_token_the_request_has_an_empty_one(string json) => Assert.True(Read(json).AuthorizationToken.IsEmpty);

    [Theory]
    [InlineData($$"""{"type":"TOKEN","type":"TOKEN","authorizationToken":"a","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":null,"type":"TOKEN","authorizationToken":"a","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"a","authorizationToken":"b","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":null,"authorizationToken":"b","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"a","\u0061uthorizationToken":"b","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"a","methodArn":"{{Arn}}","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"a","methodArn":null,"methodArn":"{{Arn}}"}""")]
    public void A_member_that_stands_twice_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData($$"""{"type":1,"authorizationToken":"a","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":["TOKEN"],"authorizationToken":"a","methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":1,"methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":true,"methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":["a"],"methodArn":"{{Arn}}"}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":{"a":"b"},"methodArn":"{{Arn}}"}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"a","methodArn":{}}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"a","methodArn":7}""")]
    [InlineData("""{"type":"TOKEN","authorizationToken":"a","methodArn":null}""")]
    [InlineData($$"""{"type":"TOKEN","authorizationToken":"\ud800","methodArn":"{{Arn}}"}""")]
    public void A_member_that_is_no_text_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"TOKEN\"")]
    [InlineData("{}")]
    [InlineData(Valid + "x")]
    [InlineData(Valid + "{}")]
    [InlineData(Valid + ",")]
    [InlineData("\ufeff" + Valid)]
    [InlineData("/* why */" + Valid)]
    [InlineData("""{"type":"TOKEN",}""")]
    public void What_is_not_one_JSON_object_is_refused(string json) => AssertRefused(json);

    [Fact]
    public void An_event_cut_short_anywhere_is_refused()
    {
        for (int length = 0; length < Valid.Length; length++)
        {
            AssertRefused(Valid[..length]);
        }
    }

    [Theory]
    [InlineData("REQUEST")]
    [InlineData("token")]
    [InlineData("")]
    public void Another_type_is_refused(string type) =>
        AssertRefused($$"""{"type":"{{type}}","authorizationToken":"a","methodArn":"{{Arn}}"}""");

    [Fact]
    public void A_method_ARN_of_another_kind_is_refused() =>
        AssertRefused(Valid.Replace("execute-api", "lambda", StringComparison.Ordinal));

    [Fact]
    public void Whatever_bytes_arrive_nothing_else_is_thrown_and_nothing_of_them_is_quoted()
    {
        var chance = new Random(20261120);
        int refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] json = Mutation.Of(Some.Utf8(Valid), chance);
            Exception? thrown = Record.Exception(() => TokenEvent.Read(json));
            if (thrown is not null)
            {
                Assert.IsType<InvalidEventException>(thrown);
                Assert.DoesNotContain("Bearer", thrown.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 4999);
    }

    private static AuthorizerRequest Read(string json) => TokenEvent.Read(Some.Utf8(json));

    private static string TokenOf(AuthorizerRequest request) => Encoding.UTF8.GetString(request.AuthorizationToken.Span);

    private static void AssertRefused(string json) => Assert.Throws<InvalidEventException>(() => Read(json));
}
