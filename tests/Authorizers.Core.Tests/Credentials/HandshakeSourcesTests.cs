using System.Text;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Credentials;

public sealed class HandshakeSourcesTests
{
    private const string Ticket = "wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345";

    private static readonly string[] OfTickets = ["query.ticket", "header.X-Ticket", "subprotocol.ticket"];

    private static readonly string[] OfTokens = ["header.Authorization", "query.token", "cookie.token", "subprotocol.bearer"];

    private static readonly string[] Places = [.. OfTickets, .. OfTokens];

    private static readonly HandshakeSources Everywhere = new([.. OfTickets.Select(Some.Key)], [.. OfTokens.Select(Some.Key)]);

    public static TheoryData<string> AllPlaces => [.. Places];

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public void One_credential_is_read_wherever_it_stands(string place) =>
        Assert.Equal(Good(place), Read(Everywhere, Presented(place, Good(place))));

    [Theory]
    [InlineData("header.Authorization", RequestPart.Header)]
    [InlineData("query.token", RequestPart.Query)]
    [InlineData("cookie.token", RequestPart.Cookie)]
    [InlineData("subprotocol.bearer", RequestPart.Subprotocol)]
    public void A_token_comes_with_the_part_of_the_request_that_it_stood_in(string place, RequestPart part)
    {
        HandshakeCredential credential = Everywhere.Read(Some.Values(Presented(place, Good(place))));

        Assert.Equal(part, credential.Place);
        Assert.Null(credential.Ticket);
        Assert.Null(credential.Rejection);
    }

    [Fact]
    public void A_ticket_comes_with_none_and_without_a_token()
    {
        HandshakeCredential credential = Everywhere.Read(Some.Values(("query.ticket", Ticket)));

        Assert.Equal(RequestPart.None, credential.Place);
        Assert.Null(credential.Token);
        Assert.Null(credential.Rejection);
    }

    /// <summary>Which of two counts is not for the caller to say, be they equal, in one place, or one of them bad.</summary>
    [Fact]
    public void Two_credentials_are_none_wherever_they_stand_and_whichever_comes_first() => Law.Holds(
        from first in Gen.Elements(Places)
        from second in Gen.Elements(Places)
        from secondIsGood in Gen.Elements(true, false)
        from isTurned in Gen.Elements(true, false)
        select (First: first, Second: second, SecondIsGood: secondIsGood, IsTurned: isTurned),
        pair =>
        {
            (string, string)[] values =
            [
                Presented(pair.First, Good(pair.First)),
                Presented(pair.Second, pair.SecondIsGood ? Good(pair.Second) : Junk(pair.Second)),
            ];

            Assert.Equal("credential_repeated", Read(Everywhere, pair.IsTurned ? [values[1], values[0]] : values));
        },
        tests: 1000);

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public void Alone_what_is_no_credential_is_malformed_and_an_empty_one_missing(string place)
    {
        Assert.Equal("credential_malformed", Read(Everywhere, Presented(place, Junk(place))));
        Assert.Equal("credential_missing", Read(Everywhere, Presented(place, "")));
    }

    [Fact]
    public void Nothing_is_a_missing_credential()
    {
        Assert.Equal("credential_missing", Read(Everywhere));
        Assert.Equal("credential_missing", Read(Everywhere, ("header.Cookie", "theme=dark"), ("query.other", Ticket)));
        Assert.Equal("credential_missing", default(HandshakeCredential).Rejection?.Code);
    }

    [Theory]
    [InlineData("Basic YWxpY2U6c2VjcmV0")]
    [InlineData("Negotiate x")]
    [InlineData("ApiKey gla_x")]
    [InlineData("")]
    public void A_header_with_another_scheme_is_no_credential(string header)
    {
        Assert.Equal("credential_missing", Read(Everywhere, ("header.Authorization", header)));
        Assert.Equal(Ticket, Read(Everywhere, ("header.Authorization", header), ("query.ticket", Ticket)));
    }

    [Theory]
    [InlineData("Bearer !")]
    [InlineData("Bearer")]
    [InlineData("Bearer a, Bearer b")]
    public void A_header_with_a_broken_token_is_one(string header) => Assert.Equal(
        "credential_repeated", Read(Everywhere, ("header.Authorization", header), ("query.ticket", Ticket)));

    [Fact]
    public void Two_headers_of_other_schemes_are_more_than_none() => Assert.Equal(
        "credential_repeated",
        Read(Everywhere, ("header.Authorization", "Basic x"), ("header.Authorization", "Basic y"), ("query.ticket", Ticket)));

    [Theory]
    [InlineData("header.Authorization", "Bearer a.b.c")]
    [InlineData("query.ticket", Ticket)]
    public void An_empty_ticket_beside_a_credential_is_one_too_many(string place, string value) =>
        Assert.Equal("credential_repeated", Read(Everywhere, ("header.X-Ticket", ""), (place, value)));

    [Fact]
    public void Where_tickets_are_not_taken_they_are_not_seen()
    {
        var tokens = new HandshakeSources([], [Some.Key("header.Authorization")]);

        Assert.Equal("credential_missing", Read(tokens, ("query.ticket", Ticket)));
        Assert.Equal("a.b.c", Read(tokens, ("query.ticket", Ticket), ("header.Authorization", "Bearer a.b.c")));
    }

    [Fact]
    public void Where_tokens_are_not_taken_they_are_not_seen()
    {
        var tickets = new HandshakeSources([Some.Key("query.ticket")], []);

        Assert.Equal("credential_missing", Read(tickets, ("header.Authorization", "Bearer a.b.c")));
        Assert.Equal(Ticket, Read(tickets, ("query.ticket", Ticket), ("header.Authorization", "Bearer a.b.c")));
    }

    private static string Good(string place) => OfTickets.Contains(place) ? Ticket : "a.b.c";

    private static string Junk(string place) => OfTickets.Contains(place) ? "wst_short" : "a\"b";

    /// <summary>A value as a client sends it there.</summary>
    private static (string Key, string Value) Presented(string place, string value) => place switch
    {
        "header.Authorization" => (place, value.Length == 0 ? "" : $"Bearer {value}"),
        "cookie.token" => ("header.Cookie", $"theme=dark; token={value}"),
        "subprotocol.ticket" => ("header.Sec-WebSocket-Protocol", $"orders.v1, ticket.{value}"),
        "subprotocol.bearer" => ("header.Sec-WebSocket-Protocol", $"bearer.{value}"),
        _ => (place, value),
    };

    /// <summary>The text of the credential, or the code of the refusal.</summary>
    private static string Read(HandshakeSources sources, params (string Key, string Value)[] values)
    {
        HandshakeCredential credential = sources.Read(Some.Values(values));
        object?[] parts = [credential.Ticket, credential.Token, credential.Rejection];
        Assert.Single(parts, part => part is not null);
        return credential.Ticket?.Reveal()
            ?? (credential.Token is { } token ? Encoding.ASCII.GetString(token.Text.Span) : credential.Rejection!.Code);
    }
}
