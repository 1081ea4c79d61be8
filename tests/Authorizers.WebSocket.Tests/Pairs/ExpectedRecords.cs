namespace Authorizers.WebSockets.Tests.Pairs;

/// <summary>What each pair's decision record says: the reasons behind responses that all look alike.</summary>
internal static class ExpectedRecords
{
    private const string Connect = "$connect";

    private static readonly Dictionary<string, DecisionLine> Rows = new(StringComparer.Ordinal)
    {
        ["cookie-allowed"] = Allowed,
        ["cookie-not-looked-for"] = Unauthenticated("credential_missing"),
        ["cookie-other-origin"] = Denied("origin_not_allowed"),
        ["cookie-twice"] = Unauthenticated("credential_repeated"),
        ["cookie-without-origin"] = Denied("origin_not_allowed"),
        ["header-allowed"] = Allowed,
        ["header-context-too-large"] = Denied("context_too_large"),
        ["header-expired"] = Unauthenticated("token_expired", "exp"),
        ["header-from-page"] = Allowed,
        ["header-missing"] = Unauthenticated("credential_missing"),
        ["header-not-granted"] = Denied("not_granted"),
        ["header-origin-not-allowed"] = Denied("origin_not_allowed"),
        ["header-origin-required"] = Denied("origin_not_allowed"),
        ["header-other-scheme"] = Unauthenticated("credential_missing"),
        ["origin-as-user"] = Denied("origin_not_allowed"),
        ["origin-empty"] = Denied("origin_not_allowed"),
        ["origin-in-capitals"] = Denied("origin_not_allowed"),
        ["origin-longer-host"] = Denied("origin_not_allowed"),
        ["origin-null"] = Denied("origin_not_allowed"),
        ["origin-other-port"] = Denied("origin_not_allowed"),
        ["origin-other-scheme"] = Denied("origin_not_allowed"),
        ["origin-own-port"] = Denied("origin_not_allowed"),
        ["origin-same-twice"] = Denied("origin_not_allowed"),
        ["origin-twice"] = Denied("origin_not_allowed"),
        ["origin-two-in-one"] = Denied("origin_not_allowed"),
        ["origin-with-slash"] = Denied("origin_not_allowed"),
        ["query-off"] = Unauthenticated("credential_missing"),
        ["query-on"] = Allowed,
        ["route-disconnect"] = NotConnect,
        ["route-http1"] = NotConnect,
        ["route-message"] = NotConnect,
        ["route-of-method-arn"] = NotConnect,
        ["route-rest"] = NotConnect,
        ["route-with-slash"] = NotConnect,
        ["subprotocol-alone"] = Allowed,
        ["subprotocol-before-application"] = Allowed,
        ["subprotocol-empty-token"] = Unauthenticated("credential_missing"),
        ["subprotocol-expired"] = Unauthenticated("token_expired", "exp"),
        ["subprotocol-in-capitals"] = Allowed,
        ["subprotocol-in-two-headers"] = Allowed,
        ["subprotocol-known-application"] = Allowed,
        ["subprotocol-other-name"] = Allowed,
        ["subprotocol-two-tokens"] = Unauthenticated("credential_repeated"),
        ["subprotocol-unknown-application"] = Allowed,
        ["subprotocol-with-application"] = Allowed,
        ["subprotocol-without-origin"] = Denied("origin_not_allowed"),
        ["subprotocol-without-token"] = Unauthenticated("credential_missing"),
        ["ticket-address"] = Allowed,
        ["ticket-address-mapped"] = Allowed,
        ["ticket-allowed"] = Allowed,
        ["ticket-any-origin"] = Allowed,
        ["ticket-any-origin-other"] = Denied("ticket_origin"),
        ["ticket-context-too-large"] = Denied("context_too_large"),
        ["ticket-empty"] = Unauthenticated("credential_missing"),
        ["ticket-expired"] = Unauthenticated("ticket_expired"),
        ["ticket-expired-denied"] = Unauthenticated("ticket_expired"),
        ["ticket-in-subprotocol"] = Allowed,
        ["ticket-malformed"] = Unauthenticated("credential_malformed"),
        ["ticket-not-granted"] = Denied("not_granted"),
        ["ticket-of-no-page"] = Allowed,
        ["ticket-of-no-page-from-a-page"] = Denied("ticket_origin"),
        ["ticket-origin-not-allowed"] = Denied("origin_not_allowed"),
        ["ticket-other-address"] = Denied("ticket_address"),
        ["ticket-other-origin"] = Denied("ticket_origin"),
        ["ticket-response-too-large"] = Denied("policy_too_large"),
        ["ticket-session-over"] = Unauthenticated("ticket_expired"),
        ["ticket-twice"] = Unauthenticated("credential_repeated"),
        ["ticket-unknown"] = Unauthenticated("ticket_not_found"),
        ["ticket-without-its-origin"] = Denied("ticket_origin"),
        ["two-credentials"] = Unauthenticated("credential_repeated"),
        ["two-credentials-one-bad"] = Unauthenticated("credential_repeated"),
        ["type-token"] = new DecisionLine("fault", "event_invalid", null, null),
    };

    /// <summary>A test fails when the table has no row for the pair.</summary>
    public static DecisionLine Of(string pair)
    {
        Assert.True(Rows.ContainsKey(pair), $"{nameof(ExpectedRecords)} has no row for {pair}: say what its record must hold.");
        return Rows[pair];
    }

    private static DecisionLine Allowed => new("allowed", null, null, Connect);

    private static DecisionLine NotConnect => new("denied", "route_not_connect", null, null);

    private static DecisionLine Denied(string code) => new("denied", code, null, Connect);

    private static DecisionLine Unauthenticated(string code, string? claim = null) => new("unauthenticated", code, claim, Connect);
}
