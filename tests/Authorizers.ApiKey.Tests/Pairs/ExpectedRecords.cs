namespace Authorizers.ApiKeys.Tests.Pairs;

/// <summary>What each pair's decision record says: the reasons behind responses that all look alike.</summary>
internal static class ExpectedRecords
{
    private const string Order = "GET /orders/{id}";
    private const string Orders = "GET /orders";
    private const string Cancel = "DELETE /orders/{id}";
    private const string Health = "GET /health";

    private static readonly Dictionary<string, DecisionLine> Rows = new(StringComparer.Ordinal)
    {
        ["both-allowed"] = Allowed(),
        ["both-key-alone"] = Unauthenticated("credential_missing"),
        ["both-key-expired"] = Unauthenticated("key_expired"),
        ["both-key-narrower"] = Denied("key_route", Cancel),
        ["both-key-without-scopes"] = Denied("key_route", Order),
        ["both-token-alone"] = Unauthenticated("credential_missing"),
        ["both-token-expired"] = Unauthenticated("token_expired", "exp"),
        ["either-both"] = Allowed(),
        ["either-both-key-bad"] = Unauthenticated("key_expired"),
        ["either-in-one-header-key"] = Allowed(),
        ["either-in-one-header-token"] = Allowed(),
        ["either-key"] = Allowed(),
        ["either-none"] = Unauthenticated("credential_missing"),
        ["either-token"] = Allowed(),
        ["http1-allowed"] = Allowed(),
        ["http2-allowed"] = Allowed(),
        ["rest-address"] = Allowed(),
        ["rest-address-kept-by-address"] = Allowed(),
        ["rest-address-kept-by-key"] = Denied("key_address", Order),
        ["rest-address-other"] = Denied("key_address", Order),
        ["rest-allowed"] = Allowed(),
        ["rest-anyone-without-key"] = Allowed(Health),
        ["rest-checksum-wrong"] = Unauthenticated("key_checksum"),
        ["rest-cookie"] = Allowed(),
        ["rest-deny-expired"] = Unauthenticated("key_expired"),
        ["rest-deny-unknown"] = Unauthenticated("key_not_found"),
        ["rest-disabled"] = Unauthenticated("key_disabled"),
        ["rest-expired"] = Unauthenticated("key_expired"),
        ["rest-header-in-any-case"] = Allowed(),
        ["rest-malformed"] = Unauthenticated("key_malformed"),
        ["rest-missing"] = Unauthenticated("credential_missing"),
        ["rest-not-granted"] = Denied("not_granted", Cancel),
        ["rest-not-yet-valid"] = Unauthenticated("key_not_yet_valid"),
        ["rest-pepper"] = Allowed(),
        ["rest-pepper-missing"] = Outage("record_invalid"),
        ["rest-query"] = Allowed(),
        ["rest-replaced"] = Allowed(),
        ["rest-route"] = Denied("key_route", Order),
        ["rest-route-allowed"] = Allowed(Orders),
        ["rest-scheme"] = Allowed(),
        ["rest-second-route"] = Allowed(Orders),
        ["rest-secret-wrong"] = Unauthenticated("key_secret_mismatch"),
        ["rest-twice"] = Unauthenticated("credential_repeated"),
        ["rest-unknown"] = Unauthenticated("key_not_found"),
        ["rest-unpeppered"] = Outage("record_invalid"),
        ["simple-allowed"] = Allowed(),
        ["simple-expired"] = Unauthenticated("key_expired"),
        ["token-address"] = Denied("key_address", Order),
        ["token-allowed"] = Allowed(),
        ["token-both"] = Fault,
        ["token-either-in-one-header"] = Allowed(),
        ["token-empty"] = Unauthenticated("credential_missing"),
        ["token-unknown"] = Unauthenticated("key_not_found"),
        ["type-unknown"] = Fault,
        ["websocket-connect"] = Fault,
    };

    /// <summary>A test fails when the table has no row for the pair.</summary>
    public static DecisionLine Of(string pair)
    {
        Assert.True(Rows.ContainsKey(pair), $"{nameof(ExpectedRecords)} has no row for {pair}: say what its record must hold.");
        return Rows[pair];
    }

    private static DecisionLine Fault => new("fault", "event_invalid", null, null);

    private static DecisionLine Outage(string code) => new("outage", code, null, null);

    private static DecisionLine Allowed(string route = Order) => new("allowed", null, null, route);

    private static DecisionLine Denied(string code, string? route) => new("denied", code, null, route);

    private static DecisionLine Unauthenticated(string code, string? claim = null) => new("unauthenticated", code, claim, Order);
}
