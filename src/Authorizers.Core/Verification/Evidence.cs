namespace Authorizers.Core.Verification;

/// <summary>
/// Which of our own things a credential pointed at. Its texts come from the configuration, the key set and our records, never
/// from the credential.
/// </summary>
/// <param name="Issuer">The configured issuer; null when the credential named none that is trusted.</param>
/// <param name="KeyId">The id of a key we hold; null when none was found.</param>
/// <param name="KeysFetched">True when somebody had to be asked: for an issuer's keys, about a token, or for a record.</param>
/// <param name="ApiKeyId">The id of an API key that there is a record of; null when none was found.</param>
public readonly record struct Evidence(string? Issuer, string? KeyId, bool KeysFetched = false, string? ApiKeyId = null)
{
    /// <summary>Of two credentials of one call.</summary>
    internal static Evidence Of(Evidence bearer, Evidence apiKey) =>
        bearer with { KeysFetched = bearer.KeysFetched || apiKey.KeysFetched, ApiKeyId = apiKey.ApiKeyId };
}
