using System.Text.Json;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Verification.Handshakes;

public sealed class HandshakeLawTests
{
    private static readonly string[] Tokens =
        [.. Enumerable.Range(0, 16).Select(kind => TokenOf((kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0, (kind & 8) != 0))];

    [Fact]
    public void A_handshake_is_let_in_exactly_when_what_is_documented_says_so()
    {
        Dictionary<(bool LetIn, bool Taken), int> seen = [];

        Law.Holds(
            HandshakeCase.Any,
            handshake =>
            {
                bool letIn = HandshakeOracle.LetsIn(handshake);
                bool taken = HandshakeOracle.TakesTicket(handshake);
                using HandshakeTrial trial = Configured(handshake);

                Decision decision = trial.DecideAsync(Request(trial, handshake)).GetAwaiter().GetResult();

                Assert.Equal(letIn, decision is Decision.Allowed { Reason: null });
                Assert.Equal(taken ? 1 : 0, trial.Tickets.Asked.Count);
                seen[(letIn, taken)] = seen.GetValueOrDefault((letIn, taken)) + 1;
            },
            tests: 1500);

        Assert.Equal(4, seen.Count);
        Assert.All(seen.Values, cases => Assert.InRange(cases, 40, 1500));
    }

    private static HandshakeTrial Configured(HandshakeCase handshake)
    {
        string[] credentials =
        [
            .. handshake.OfTickets.Count > 0 ? ["ticket"] : Array.Empty<string>(),
            .. handshake.OfTokens.Count > 0 ? ["bearer"] : Array.Empty<string>(),
        ];
        List<string> members =
        [
            $$"""{ "credentials": { "anyOf": {{Json(credentials)}} } }""",
            $$"""{ "routes": [{ "route": "$connect", {{handshake.Rule}} }] }""",
            $$"""{ "webSocket": { "origins": {{Json(handshake.Pages)}}, "requireOrigin": {{Json(handshake.RequiresPage)}} } }""",
        ];
        if (handshake.OfTickets.Count > 0)
        {
            members.Add($$"""{ "ticket": { "table": "tickets", "sources": {{Json(handshake.OfTickets)}} } }""");
        }

        if (handshake.OfTokens.Count > 0)
        {
            members.Add($$"""{ "bearer": { "sources": {{Json(handshake.OfTokens)}} } }""");
        }

        return new HandshakeTrial([.. members]);
    }

    private static AuthorizerRequest Request(HandshakeTrial trial, HandshakeCase handshake)
    {
        AuthorizerRequest connect = HandshakeTrial.Connect(
        [
            ("context.identity.sourceIp", handshake.Address),
            .. handshake.Origins.Select(origin => ("header.Origin", origin)),
            .. handshake.Credentials.Select(presented => Value(presented.Place, TextOf(trial, presented.Credential))),
        ]);
        return handshake.IsConnect
            ? connect
            : new AuthorizerRequest { Method = connect.Method, Format = EventFormat.Rest, Values = connect.Values };
    }

    private static (string, string) Value(string place, string credential) => place switch
    {
        "header.Authorization" => (place, $"Bearer {credential}"),
        "cookie.session" => ("header.Cookie", $"session={credential}"),
        "subprotocol.ticket" => ("header.Sec-WebSocket-Protocol", $"orders.v1, ticket.{credential}"),
        "subprotocol.bearer" => ("header.Sec-WebSocket-Protocol", $"bearer.{credential}, orders.v1"),
        _ => (place, credential),
    };

    private static string TextOf(HandshakeTrial trial, Presented presented) =>
        !presented.IsTicket ? Tokens[KindOf(presented)]
            : !presented.IsGenuine ? ConnectTicket.Create().Reveal()
            : trial.Tickets.Issue(record => record with
            {
                Expires = The.Moment.AddSeconds(presented.HasExpired ? 0 : 1),
                Origin = presented.Origin,
                Address = presented.Address,
                Scopes = presented.HasScope ? ["orders:read"] : [],
                Groups = presented.IsClerk ? ["clerks"] : [],
            }).Reveal();

    private static int KindOf(Presented token) =>
        (token.IsGenuine ? 1 : 0) + (token.HasExpired ? 2 : 0) + (token.HasScope ? 4 : 0) + (token.IsClerk ? 8 : 0);

    private static string TokenOf(bool isGenuine, bool hasExpired, bool hasScope, bool isClerk) => Some.Token(
        claims =>
        {
            claims["exp"] = The.Moment.AddHours(hasExpired ? -1 : 1).ToUnixTimeSeconds();
            claims["scope"] = hasScope ? "orders:read" : "";
            claims["groups"] = isClerk ? "clerks" : "others";
        },
        key: isGenuine ? null : The.OtherP256);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
