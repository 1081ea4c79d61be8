namespace Authorizers.Core;

/// <summary>
/// Why a caller is turned away: a code from a closed list and, where one is at fault, the claim. It never holds text from a
/// credential.
/// </summary>
/// <remarks>Codes are contracts: logs, metrics, tests and <c>context.reason</c> use them. docs/codes.md explains each.</remarks>
public sealed record Rejection
{
    private Rejection(string code, string? claim = null) => (Code, Claim) = (code, claim);

    /// <summary>Lower case words joined by underscores, such as <c>token_expired</c>.</summary>
    public string Code { get; }

    /// <summary>The configured or registered name of the claim at fault, such as <c>exp</c>; null where no claim is.</summary>
    public string? Claim { get; }

    internal static Rejection CredentialMissing { get; } = new("credential_missing");
    internal static Rejection CredentialMalformed { get; } = new("credential_malformed");
    internal static Rejection CredentialRepeated { get; } = new("credential_repeated");

    internal static Rejection TokenTooLarge { get; } = new("token_too_large");
    internal static Rejection TokenMalformed { get; } = new("token_malformed");
    internal static Rejection TokenEncrypted { get; } = new("token_encrypted");
    internal static Rejection TokenCompressed { get; } = new("token_compressed");
    internal static Rejection HeaderMalformed { get; } = new("header_malformed");
    internal static Rejection CriticalParameter { get; } = new("critical_parameter");
    internal static Rejection AlgorithmNotAllowed { get; } = new("algorithm_not_allowed");
    internal static Rejection IssuerUnknown { get; } = new("issuer_unknown", "iss");
    internal static Rejection KeyUnknown { get; } = new("key_unknown");
    internal static Rejection KeyUnsuitable { get; } = new("key_unsuitable");
    internal static Rejection SignatureInvalid { get; } = new("signature_invalid");

    internal static Rejection ClaimsMalformed { get; } = new("claims_malformed");
    internal static Rejection AudienceMismatch { get; } = new("audience_mismatch", "aud");
    internal static Rejection ClientMismatch { get; } = new("client_mismatch", "client_id");
    internal static Rejection TokenExpired { get; } = new("token_expired", "exp");
    internal static Rejection TokenNotYetValid { get; } = new("token_not_yet_valid", "nbf");
    internal static Rejection TokenFromFuture { get; } = new("token_from_future", "iat");
    internal static Rejection TokenTooOld { get; } = new("token_too_old", "iat");
    internal static Rejection TypeMismatch { get; } = new("type_mismatch");
    internal static Rejection UseMismatch { get; } = new("use_mismatch");
    internal static Rejection BindingMissing { get; } = new("binding_missing", "cnf");
    internal static Rejection BindingMismatch { get; } = new("binding_mismatch", "cnf");

    internal static Rejection TokenInactive { get; } = new("token_inactive");

    internal static Rejection KeyMalformed { get; } = new("key_malformed");
    internal static Rejection KeyChecksum { get; } = new("key_checksum");
    internal static Rejection KeyNotFound { get; } = new("key_not_found");
    internal static Rejection KeySecretMismatch { get; } = new("key_secret_mismatch");
    internal static Rejection KeyDisabled { get; } = new("key_disabled");
    internal static Rejection KeyExpired { get; } = new("key_expired");
    internal static Rejection KeyNotYetValid { get; } = new("key_not_yet_valid");
    internal static Rejection KeyRoute { get; } = new("key_route");
    internal static Rejection KeyAddress { get; } = new("key_address");

    internal static Rejection OriginNotAllowed { get; } = new("origin_not_allowed");
    internal static Rejection TicketNotFound { get; } = new("ticket_not_found");
    internal static Rejection TicketExpired { get; } = new("ticket_expired");
    internal static Rejection TicketOrigin { get; } = new("ticket_origin");
    internal static Rejection TicketAddress { get; } = new("ticket_address");
    internal static Rejection RouteNotConnect { get; } = new("route_not_connect");

    internal static Rejection NotGranted { get; } = new("not_granted");
    internal static Rejection PathUnsafe { get; } = new("path_unsafe");
    internal static Rejection PolicyInexpressible { get; } = new("policy_inexpressible");
    internal static Rejection PolicyTooLarge { get; } = new("policy_too_large");
    internal static Rejection ContextTooLarge { get; } = new("context_too_large");
    internal static Rejection ConditionFailed { get; } = new("condition_failed");

    internal static Rejection ClaimMissing(string claim) => new("claim_missing", claim);

    internal static Rejection ClaimMismatch(string claim) => new("claim_mismatch", claim);

    internal static Rejection ClaimInvalid(string claim) => new("claim_invalid", claim);
}
