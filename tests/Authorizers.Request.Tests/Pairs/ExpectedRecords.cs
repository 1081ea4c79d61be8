namespace Authorizers.Request.Tests.Pairs;

/// <summary>What each pair's decision record says: the reasons behind responses that all look alike.</summary>
internal static class ExpectedRecords
{
    private const string Order = "GET /orders/{id}";
    private const string Cancel = "DELETE /orders/{id}";
    private const string Health = "GET /health";

    private static readonly Dictionary<string, DecisionLine> Rows = new(StringComparer.Ordinal)
    {
        ["header-not-text"] = Fault,
        ["headers-not-a-map"] = Fault,
        ["http1-cookie"] = Allowed(),
        ["http1-header"] = Allowed(),
        ["http1-header-joined"] = Unauthenticated("credential_repeated"),
        ["http1-query"] = Allowed(),
        ["http2-anyone"] = Allowed(Health),
        ["http2-catch-all-route"] = Allowed(),
        ["http2-certificate-bound"] = Allowed(),
        ["http2-certificate-other"] = Unauthenticated("binding_mismatch", "cnf"),
        ["http2-cookie"] = Allowed(),
        ["http2-cookie-repeated"] = Unauthenticated("credential_repeated"),
        ["http2-default-route"] = Allowed(),
        ["http2-default-stage"] = Denied("not_granted", "POST /orders"),
        ["http2-encoded-slash"] = Denied("path_unsafe", Order),
        ["http2-encoded-slash-to-another-route"] = Denied("path_unsafe", "ANY /{proxy+}"),
        ["http2-header"] = Allowed(),
        ["http2-header-joined"] = Unauthenticated("credential_repeated"),
        ["http2-named-stage"] = Allowed(),
        ["http2-null-maps"] = Unauthenticated("credential_missing"),
        ["http2-query"] = Allowed(),
        ["http2-query-repeated"] = Unauthenticated("credential_repeated"),
        ["member-added-later"] = Allowed(),
        ["member-repeated"] = Fault,
        ["method-arn-of-another-kind"] = Fault,
        ["not-json"] = Fault,
        ["rest-absent-maps"] = Unauthenticated("credential_missing"),
        ["rest-anyone"] = Allowed(Health),
        ["rest-authorizer-test-stage"] = Allowed("GET /"),
        ["rest-bound-twice"] = Unauthenticated("binding_missing", "cnf"),
        ["rest-certificate-bound"] = Allowed(),
        ["rest-certificate-bound-kept-by-certificate"] = Allowed(),
        ["rest-certificate-bound-kept-by-subject"] = Unauthenticated("binding_missing", "cnf"),
        ["rest-certificate-bound-kept-by-token"] = Unauthenticated("binding_missing", "cnf"),
        ["rest-certificate-missing"] = Unauthenticated("binding_missing", "cnf"),
        ["rest-certificate-of-nobody"] = Allowed(),
        ["rest-certificate-other"] = Unauthenticated("binding_mismatch", "cnf"),
        ["rest-certificate-unreadable"] = Unauthenticated("binding_mismatch", "cnf"),
        ["rest-cookie"] = Allowed(),
        ["rest-cookie-repeated"] = Unauthenticated("credential_repeated"),
        ["rest-deny-no-token"] = Unauthenticated("credential_missing"),
        ["rest-empty-maps"] = Unauthenticated("credential_missing"),
        ["rest-encoded-slash"] = Allowed(),
        ["rest-expired"] = Unauthenticated("token_expired", "exp"),
        ["rest-header"] = Allowed(),
        ["rest-header-in-any-case"] = Allowed(),
        ["rest-header-in-two-spellings"] = Unauthenticated("credential_repeated"),
        ["rest-header-joined"] = Unauthenticated("credential_repeated"),
        ["rest-header-repeated"] = Unauthenticated("credential_repeated"),
        ["rest-header-without-scheme"] = Unauthenticated("credential_malformed"),
        ["rest-key-bound"] = Unauthenticated("binding_missing", "cnf"),
        ["rest-maps-disagree"] = Unauthenticated("credential_repeated"),
        ["rest-method-overridden"] = Denied("not_granted", Cancel),
        ["rest-method-override"] = Allowed(),
        ["rest-not-granted"] = Denied("not_granted", Cancel),
        ["rest-null-maps"] = Unauthenticated("credential_missing"),
        ["rest-one-of-several-sources"] = Allowed(),
        ["rest-query"] = Allowed(),
        ["rest-query-repeated"] = Unauthenticated("credential_repeated"),
        ["rest-query-with-scheme"] = Unauthenticated("credential_malformed"),
        ["rest-second-token-in-cookie"] = Unauthenticated("credential_repeated"),
        ["rest-second-token-in-query"] = Unauthenticated("credential_repeated"),
        ["rest-single-maps-alone"] = Allowed(),
        ["rest-test-invoke-stage"] = Allowed(),
        ["simple-allowed"] = Allowed(),
        ["simple-anyone"] = Allowed(Health),
        ["simple-encoded-slash"] = Denied("path_unsafe", Order),
        ["simple-expired"] = Unauthenticated("token_expired", "exp"),
        ["simple-no-such-route"] = Denied("not_granted", null),
        ["simple-no-token"] = Unauthenticated("credential_missing"),
        ["simple-not-granted"] = Denied("not_granted", Cancel),
        ["simple-of-http1"] = Fault,
        ["simple-of-rest"] = Fault,
        ["token-event"] = Fault,
        ["version-unknown"] = Fault,
        ["websocket-connect"] = Fault,
        ["when-address-forged"] = Denied("condition_failed", Order),
        ["when-address-mapped"] = Allowed(),
        ["when-address-mapped-elsewhere"] = Denied("condition_failed", Order),
        ["when-address-v4"] = Allowed(),
        ["when-address-v4-elsewhere"] = Denied("condition_failed", Order),
        ["when-address-v4-http2"] = Allowed(),
        ["when-address-v6"] = Allowed(),
        ["when-address-v6-elsewhere"] = Denied("condition_failed", Order),
        ["when-certificate-missing"] = Denied("condition_failed", Order),
        ["when-certificate-subject"] = Allowed(),
        ["when-certificate-subject-other"] = Denied("condition_failed", Order),
        ["when-header-and-query"] = Allowed(),
        ["when-header-repeated"] = Denied("condition_failed", Order),
        ["when-query-repeated"] = Denied("condition_failed", Order),
        ["when-stage-variable"] = Allowed(),
        ["when-stage-variable-http2"] = Allowed(),
        ["when-stage-variable-other"] = Denied("condition_failed", Order),
        ["when-stage-variables-null"] = Denied("condition_failed", Order),
    };

    private static DecisionLine Fault => new("fault", "event_invalid", null, null);

    /// <summary>A test fails when the table has no row for the pair.</summary>
    public static DecisionLine Of(string pair)
    {
        Assert.True(Rows.ContainsKey(pair), $"{nameof(ExpectedRecords)} has no row for {pair}: say what its record must hold.");
        return Rows[pair];
    }

    private static DecisionLine Allowed(string route = Order) => new("allowed", null, null, route);

    private static DecisionLine Denied(string code, string? route) => new("denied", code, null, route);

    private static DecisionLine Unauthenticated(string code, string? claim = null) => new("unauthenticated", code, claim, Order);
}
