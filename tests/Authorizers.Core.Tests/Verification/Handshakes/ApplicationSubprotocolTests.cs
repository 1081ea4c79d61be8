using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>Which of the subprotocols offered the backend must answer with: the application's, and never a credential.</summary>
public sealed class ApplicationSubprotocolTests
{
    private const string Sixty = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij";

    private const string Known =
        """{ "webSocket": { "origins": ["https://app.example"], "subprotocols": ["orders.v2", "orders.v1"] } }""";

    private const string OtherNames = """
        { "bearer": { "sources": ["header.Authorization", "subprotocol.Jwt"] },
          "ticket": { "table": "tickets", "sources": ["query.ticket", "subprotocol.once"] } }
        """;

    private const string Anyone = """{ "routes": [{ "route": "$connect", "anyone": true }] }""";

    [Theory]
    [InlineData("orders.v1", "orders.v1")]
    [InlineData("orders.v1, orders.v2", "orders.v1")]
    [InlineData(" , orders.v2 ,orders.v1", "orders.v2")]
    [InlineData("!#$%&'*+-.^_`|~09azAZ", "!#$%&'*+-.^_`|~09azAZ")]
    [InlineData(Sixty + "1234", Sixty + "1234")]
    [InlineData(Sixty + "12345", null)]
    [InlineData(Sixty + "12345, orders.v1", "orders.v1")]
    [InlineData("ordérs.v1", null)]
    [InlineData("orders v1", null)]
    [InlineData("orders/v1, orders.v1", "orders.v1")]
    [InlineData("\"orders.v1\"", null)]
    [InlineData("orders:v1;a=b", null)]
    [InlineData("bearers.t", "bearers.t")]
    [InlineData("bearer", "bearer")]
    [InlineData("", null)]
    [InlineData(",", null)]
    public async Task The_first_that_is_a_name_and_not_too_long_is_chosen(string offered, string? chosen) =>
        Assert.Equal(chosen, await ChosenAsync("{}", offered));

    [Theory]
    [InlineData("orders.v1", "orders.v1")]
    [InlineData("orders.v1, orders.v2", "orders.v1")]
    [InlineData("orders.v3, orders.v2", "orders.v2")]
    [InlineData("ORDERS.v1", null)]
    [InlineData("orders.v3", null)]
    [InlineData("orders.v", null)]
    public async Task Of_an_application_that_names_its_own_no_other_is(string offered, string? chosen) =>
        Assert.Equal(chosen, await ChosenAsync(Known, offered));

    [Theory]
    [InlineData("{}", "bearer.")]
    [InlineData("""{ "bearer": { "sources": ["header.Authorization"] } }""", "bearer.x")]
    [InlineData("""{ "bearer": { "sources": ["header.Authorization"] } }""", "BEARER.x")]
    [InlineData("{}", "ticket.x")]
    [InlineData("{}", "Ticket.wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    [InlineData("""{ "ticket": null }""", "ticket.x")]
    [InlineData("""{ "bearer": { "sources": ["header.Authorization", "subprotocol.Jwt"] } }""", "jwt.")]
    [InlineData("""{ "ticket": { "table": "tickets", "sources": ["subprotocol.once"] } }""", "ONCE.")]
    public async Task What_looks_like_the_carrier_of_a_credential_never_is(string members, string offered)
    {
        Assert.Null(await ChosenAsync(members, offered));
        Assert.Equal("orders.v1", await ChosenAsync(members, $"{offered}, orders.v1"));
    }

    [Theory]
    [InlineData("wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    [InlineData("x.wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl")]
    [InlineData("gla_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef06fMwX")]
    public async Task What_looks_like_a_credential_that_is_offered_bare_never_is(string offered)
    {
        Assert.Null(await ChosenAsync("{}", offered));
        Assert.Equal("orders.v1", await ChosenAsync("{}", $"{offered}, orders.v1"));
    }

    [Fact]
    public async Task Beside_the_token_that_a_page_offers_the_application_is_chosen()
    {
        using var trial = new HandshakeTrial();
        string token = Some.Token();

        foreach (string offered in (string[])[$"orders.v1, bearer.{token}", $"bearer.{token}, orders.v1"])
        {
            IReadOnlyDictionary<string, object> context = await trial.ContextAsync(
                ("header.Origin", HandshakeTrial.Page), ("header.Sec-WebSocket-Protocol", offered));

            Assert.Equal("orders.v1", context["subprotocol"]);
        }
    }

    [Fact]
    public async Task A_token_offered_alone_is_not_answered_with()
    {
        using var trial = new HandshakeTrial();

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(
            ("header.Origin", HandshakeTrial.Page), ("header.Sec-WebSocket-Protocol", $"bearer.{Some.Token()}"));

        Assert.DoesNotContain("subprotocol", context.Keys);
    }

    /// <summary>A backend answers with the text, and an access log may hold it: it must not be made of a credential.</summary>
    [Fact]
    public void Nothing_is_ever_chosen_that_begins_with_the_name_of_a_carrier() => Law.Holds(
        from names in Gen.Elements("bearer", "BEARER", "ticket", "jwt", "JWT", "once", "orders", "bear", "jwt2").ListOf()
        from dots in Gen.Elements(".", "", "-", "..").ArrayOf(10)
        from ends in Gen.Elements("v1", "", "a.b.c", "wst.AbCdEfGhIjKlMnOpQrStUvWxYz012345").ArrayOf(10)
        select string.Join(", ", names.Take(10).Select((name, index) => name + dots[index] + ends[index])),
        offered =>
        {
            string? chosen = ChosenAsync(OtherNames, offered).GetAwaiter().GetResult();

            string[] carriers = ["bearer.", "ticket.", "jwt.", "once."];
            string? expected = offered.Split(", ").FirstOrDefault(
                name => !Array.Exists(carriers, carrier => name.StartsWith(carrier, StringComparison.OrdinalIgnoreCase))
                    && name.Length > 0);
            Assert.Equal(expected, chosen);
        },
        tests: 100);

    /// <summary>For somebody who need not present a credential.</summary>
    private static async Task<string?> ChosenAsync(string members, string offered)
    {
        using var trial = new HandshakeTrial(Anyone, members);

        return (string?)(await trial.ContextAsync(
            ("header.Origin", HandshakeTrial.Page), ("header.Sec-WebSocket-Protocol", offered))).GetValueOrDefault("subprotocol");
    }
}
