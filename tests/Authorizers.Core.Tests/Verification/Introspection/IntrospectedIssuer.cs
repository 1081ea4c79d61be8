using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>An issuer of opaque tokens, and somebody who asks it about them, under a stopped clock.</summary>
internal sealed class IntrospectedIssuer : IAsyncDisposable
{
    private readonly IntrospectionVerifier _verifier;

    public IntrospectedIssuer(double cacheFor = 60, double cacheInactiveFor = 5, string principalClaim = "sub")
    {
        var issuer = new IssuerConfiguration
        {
            Issuer = The.Issuer,
            AlternateIssuers = ["issuer.example"],
            Audiences = [The.Audience],
            ClientIds = [The.Client],
            TokenTypes = ["at+jwt"],
            PrincipalClaim = new ClaimName(principalClaim),
            ScopeClaims = [new ClaimName("scope")],
            GroupClaims = [new ClaimName("groups")],
            Introspection = new IntrospectionConfiguration
            {
                Endpoint = Server.Address,
                Authentication = new ClientSecretPost(The.Client, "worthless"),
                CacheFor = TimeSpan.FromSeconds(cacheFor),
                CacheInactiveFor = TimeSpan.FromSeconds(cacheInactiveFor),
            },
        };
        var configuration = new AuthorizerConfiguration
        {
            Issuers = [Some.Issuer(The.OtherIssuer), issuer],
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([Some.Rule("GET /orders") with { Claims = [new ClaimRequirement("tenant", ["blue"])] }]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Context = [new("client", new ClaimName("client_id"))],
        };
        _verifier = IntrospectionVerifier.Create(configuration, new OutboundHttp(), Clock)!;
    }

    public StoppedClock Clock { get; } = new();

    public IntrospectionServer Server { get; } = new();

    public async Task<VerificationResult> VerifyAsync(
        string token = "opaque", double seconds = 10, ClientCertificate? presented = null)
    {
        using var deadline = new Deadline(Clock, Clock.GetUtcNow().AddSeconds(seconds));
        return await _verifier.VerifyAsync(Some.Bearer(token), deadline, presented);
    }

    /// <summary>The principal's id, or the code of the rejection or the outage.</summary>
    public async Task<string> VerdictAsync(
        string token = "opaque", double seconds = 10, ClientCertificate? presented = null)
    {
        try
        {
            VerificationResult result = await VerifyAsync(token, seconds, presented);
            return result.Succeeded ? result.Principal.Id : result.Rejection.Code;
        }
        catch (OutageException e)
        {
            return e.Code;
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
