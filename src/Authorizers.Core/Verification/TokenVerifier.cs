using System.Diagnostics.CodeAnalysis;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Core.Verification;

/// <summary>
/// Verifies access tokens of either kind. A JWT goes to the issuer that it names; any other token to the one issuer with
/// <c>introspection</c>. Where no issuer has it, every token is held to be a JWT and refused as a malformed one.
/// </summary>
public sealed class TokenVerifier
{
    private readonly JwtVerifier _jwts;
    private readonly IntrospectionVerifier? _opaque;

    private TokenVerifier(JwtVerifier jwts, IntrospectionVerifier? opaque) => (_jwts, _opaque) = (jwts, opaque);

    /// <summary>Makes a verifier for the configured issuers; nothing is fetched and nobody asked yet.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="clock">For every time check and every timeout.</param>
    /// <param name="warn">Takes a line for the operator; it holds no text from a credential.</param>
    /// <param name="trust">Null for the system's own trust in servers.</param>
    public static TokenVerifier Create(
        AuthorizerConfiguration configuration, TimeProvider clock, Action<string> warn, PinnedTrust? trust = null)
    {
        var http = new OutboundHttp(trust?.Tls);
        return new TokenVerifier(
            JwtVerifier.Create(configuration, http, clock, warn), IntrospectionVerifier.Create(configuration, http, clock));
    }

    /// <summary>Fetches during INIT the keys that will surely be needed; an issuer that is down is a warning.</summary>
    /// <param name="deadline">When INIT must be over.</param>
    public Task PrepareAsync(Deadline deadline) => _jwts.PrepareAsync(deadline);

    /// <summary>A principal, or the first check that failed.</summary>
    /// <param name="token">As presented.</param>
    /// <param name="deadline">When there must be an answer.</param>
    /// <param name="presented">The caller's certificate, without which a token bound to one is refused.</param>
    /// <exception cref="OutageException">The issuer is needed, for its keys or about the token, and cannot be asked.</exception>
    public ValueTask<VerificationResult> VerifyAsync(
        BearerToken token, Deadline deadline, ClientCertificate? presented = null) =>
        GoesToIntrospection(token)
            ? _opaque.VerifyAsync(token, deadline, presented)
            : _jwts.VerifyAsync(token, deadline, presented);

    /// <summary>The entry that takes a JWT with such an "iss"; null when none does.</summary>
    internal TrustedIssuer? FindIssuer(string? claimed) => _jwts.FindIssuer(claimed);

    [MemberNotNullWhen(true, nameof(_opaque))]
    internal bool GoesToIntrospection(BearerToken token) =>
        _opaque is not null && token.Text.Length <= UnverifiedJwt.MaxLength && !TokenFormat.IsJwt(token.Text.Span);
}
