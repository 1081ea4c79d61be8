namespace Authorizers.Token.Tests.Pairs;

/// <summary>What each pair's decision record says: the reasons behind responses that all look alike.</summary>
internal static class ExpectedRecords
{
    private const string Order = "GET /orders/{id}";
    private const string Health = "GET /health";

    private static readonly Dictionary<string, DecisionLine> Rows = new(StringComparer.Ordinal)
    {
        ["administrator"] = Allowed("ANY /admin/{proxy+}"),
        ["algorithm-confusion"] = Unauthenticated("algorithm_not_allowed"),
        ["algorithm-none"] = Unauthenticated("algorithm_not_allowed"),
        ["algorithm-not-allowed"] = Unauthenticated("algorithm_not_allowed"),
        ["allowed"] = Allowed(),
        ["allowed-es256"] = Allowed(),
        ["allowed-ps256"] = Allowed(),
        ["anyone-with-expired-token"] = Allowed(Health),
        ["anyone-without-token"] = Allowed(Health),
        ["audience-missing"] = Unauthenticated("audience_mismatch", "aud"),
        ["china-partition"] = Allowed(),
        ["claim-repeated"] = Unauthenticated("claims_malformed"),
        ["client-id-as-audience"] = Allowed(),
        ["compressed"] = Unauthenticated("token_compressed"),
        ["context-stripped"] = Allowed(),
        ["context-too-large"] = new DecisionLine("denied", "context_too_large", null, Order),
        ["context-values"] = Allowed(),
        ["critical-parameter"] = Unauthenticated("critical_parameter"),
        ["default-stage"] = Allowed(),
        ["deny-anyone"] = Allowed(Health),
        ["deny-expired"] = Unauthenticated("token_expired", "exp"),
        ["deny-no-bearer"] = Unauthenticated("credential_missing"),
        ["deny-nothing-granted"] = Denied(Order),
        ["deny-unknown-key"] = Unauthenticated("key_unknown"),
        ["empty-token"] = Unauthenticated("credential_missing"),
        ["encrypted"] = Unauthenticated("token_encrypted"),
        ["expired"] = Unauthenticated("token_expired", "exp"),
        ["expiry-as-text"] = Unauthenticated("claim_invalid", "exp"),
        ["expiry-missing"] = Unauthenticated("claim_missing", "exp"),
        ["govcloud-partition"] = Allowed(),
        ["group-held"] = Allowed("DELETE /orders/{id}"),
        ["group-missing"] = Denied("DELETE /orders/{id}"),
        ["header-malformed"] = Unauthenticated("header_malformed"),
        ["id-token"] = Unauthenticated("use_mismatch"),
        ["id-token-asked-for"] = Allowed(),
        ["id-token-by-its-marks"] = Unauthenticated("use_mismatch"),
        ["issued-in-the-future"] = Unauthenticated("token_from_future", "iat"),
        ["key-id-missing"] = Allowed(),
        ["key-of-another-kind"] = Unauthenticated("key_unsuitable"),
        ["literal-beside-parameter"] = Denied("GET /orders/export"),
        ["logout-token"] = Unauthenticated("type_mismatch"),
        ["member-added-later"] = Allowed(),
        ["member-names-in-another-case"] = Fault,
        ["member-repeated"] = Fault,
        ["method-arn-of-another-kind"] = Fault,
        ["no-bearer"] = Unauthenticated("credential_missing"),
        ["no-token"] = Unauthenticated("credential_missing"),
        ["not-json"] = Fault,
        ["not-yet-valid"] = Unauthenticated("token_not_yet_valid", "nbf"),
        ["one-of-several-audiences"] = Allowed(),
        ["padded-base64url"] = Unauthenticated("token_malformed"),
        ["path-deeper-than-any-route"] = Denied(null),
        ["path-percent-encoded"] = Allowed(),
        ["path-with-colon"] = Allowed(),
        ["path-with-double-slash"] = Denied(null),
        ["path-with-wildcard"] = Allowed(),
        ["principal-missing"] = Unauthenticated("claim_missing", "sub"),
        ["request-event"] = Fault,
        ["required-claim-missing"] = Unauthenticated("claim_missing", "email_verified"),
        ["required-claim-other"] = Unauthenticated("claim_mismatch", "acr"),
        ["required-claims"] = Allowed(),
        ["root-path"] = Allowed("GET /"),
        ["scheme-alone"] = Unauthenticated("credential_malformed"),
        ["scheme-in-any-case"] = Allowed(),
        ["scope-array"] = Allowed("POST /orders"),
        ["scope-missing"] = Denied(Order),
        ["scope-of-another-type"] = Unauthenticated("claim_invalid", "scope"),
        ["sender-constrained"] = Unauthenticated("binding_missing", "cnf"),
        ["several-spaces"] = Allowed(),
        ["signature-missing"] = Unauthenticated("token_malformed"),
        ["tampered"] = Unauthenticated("signature_invalid"),
        ["test-invoke-stage"] = Allowed(),
        ["token-not-text"] = Fault,
        ["token-with-escapes"] = Allowed(),
        ["token-without-scheme"] = Unauthenticated("credential_malformed"),
        ["too-large"] = Unauthenticated("token_too_large"),
        ["too-old"] = Unauthenticated("token_too_old", "iat"),
        ["two-tokens"] = Unauthenticated("credential_repeated"),
        ["unknown-key"] = Unauthenticated("key_unknown"),
        ["wrong-audience"] = Unauthenticated("audience_mismatch", "aud"),
        ["wrong-client"] = Unauthenticated("client_mismatch", "client_id"),
        ["wrong-issuer"] = Unauthenticated("issuer_unknown", "iss"),
        ["wrong-type"] = Unauthenticated("type_mismatch"),
    };

    private static DecisionLine Fault => new("fault", "event_invalid", null, null);

    /// <summary>A test fails when the table has no row for the pair.</summary>
    public static DecisionLine Of(string pair)
    {
        Assert.True(Rows.ContainsKey(pair), $"{nameof(ExpectedRecords)} has no row for {pair}: say what its record must hold.");
        return Rows[pair];
    }

    private static DecisionLine Allowed(string route = Order) => new("allowed", null, null, route);

    private static DecisionLine Denied(string? route) => new("denied", "not_granted", null, route);

    private static DecisionLine Unauthenticated(string code, string? claim = null) => new("unauthenticated", code, claim, Order);
}
