namespace Authorizers.Core.Verification;

/// <summary>
/// Which of our own things a credential pointed at. Both texts come from the configuration and the key set, never from the
/// credential.
/// </summary>
/// <param name="Issuer">The configured issuer; null when the credential named none that is trusted.</param>
/// <param name="KeyId">The id of a key we hold; null when none was found.</param>
/// <param name="KeysFetched">True when the issuer had to be asked: for its keys, or about the token.</param>
public readonly record struct Evidence(string? Issuer, string? KeyId, bool KeysFetched = false);
