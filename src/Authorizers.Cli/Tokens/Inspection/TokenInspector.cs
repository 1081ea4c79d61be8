using Authorizers.Cli.Invoke;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>
/// Goes the way of <see cref="TokenVerifier"/> and notes each step. No claim is held against the configuration before the
/// signature holds; from then on it goes to the end, whatever fails.
/// </summary>
internal sealed class TokenInspector(
    AuthorizerConfiguration configuration, TokenVerifier verifier, TimeProvider clock, Action<string> say)
{
    private readonly PrincipalClaims _principals = new(configuration);

    /// <summary>Also gives the principal, once all has passed.</summary>
    public async Task<(CheckList Checks, Principal? Principal)> InspectAsync(ReadOnlyMemory<byte>? line)
    {
        var checks = CheckList.OfJwt();
        if (line is not { } text)
        {
            checks.Fail(CheckList.Size, Rejection.TokenTooLarge);
            return (checks, null);
        }

        if (!PresentedToken.TryRead(text, out BearerToken token, out Rejection? rejection))
        {
            checks.Fail(CheckList.Credential, rejection);
            return (checks, null);
        }

        bool isOpaque = verifier.GoesToIntrospection(token);
        checks = isOpaque ? CheckList.OfOpaqueToken() : checks;
        checks.Pass(CheckList.Credential);
        return (checks, await InspectAsync(token, isOpaque, checks));
    }

    private async Task<Principal?> InspectAsync(BearerToken token, bool isOpaque, CheckList checks)
    {
        using var deadline = new Deadline(clock, clock.GetUtcNow() + LocalInvocation.TimeLimit);
        try
        {
            return isOpaque ? await IntrospectAsync(token, checks, deadline) : await InspectAsync(token, checks, deadline);
        }
        catch (OutageException e)
        {
            say($"{e.Code}: {e.Message}");
            checks.Fail(e);
            return null;
        }
    }

    private async Task<Principal?> IntrospectAsync(BearerToken token, CheckList checks, Deadline deadline)
    {
        VerificationResult result = await verifier.VerifyAsync(token, deadline);
        Note(checks, CheckList.Introspection, result.Succeeded ? null : result.Rejection);
        return result.Principal;
    }

    private async Task<Principal?> InspectAsync(BearerToken token, CheckList checks, Deadline deadline)
    {
        if (!UnverifiedJwt.TryParse(token.Text, out UnverifiedJwt? jwt, out Rejection? rejection))
        {
            NoteParsing(checks, rejection);
            return null;
        }

        using (jwt)
        {
            checks.Pass(CheckList.Size, CheckList.Shape, CheckList.Header, CheckList.Claims);
            return await InspectAsync(jwt, checks, deadline);
        }
    }

    /// <summary>What the code of a failure tells about the steps before it.</summary>
    private static void NoteParsing(CheckList checks, Rejection rejection)
    {
        string[] steps = [CheckList.Size, CheckList.Shape, CheckList.Header, CheckList.Claims];
        int failed = rejection.Code switch
        {
            "token_too_large" => 0,
            "token_malformed" or "token_encrypted" => 1,
            "claims_malformed" => 3,
            _ => 2,
        };
        checks.Pass(steps.AsSpan(0, failed));
        checks.Fail(steps[failed], rejection);
    }

    private async Task<Principal?> InspectAsync(UnverifiedJwt jwt, CheckList checks, Deadline deadline)
    {
        if (verifier.FindIssuer(jwt.ClaimedIssuer) is not { } issuer)
        {
            checks.Fail(CheckList.Issuer, Rejection.IssuerUnknown, Accepted.Issuers(configuration));
            return null;
        }

        checks.Pass(CheckList.Issuer);
        if (!issuer.Settings.Algorithms.Contains(jwt.Header.Algorithm))
        {
            checks.Fail(CheckList.Algorithm, Rejection.AlgorithmNotAllowed, Accepted.By(CheckList.Algorithm, issuer.Settings));
            return null;
        }

        checks.Pass(CheckList.Algorithm);
        VerificationKey? key = await issuer.Keys.FindAsync(jwt.Header, deadline);
        if (key is not null && !jwt.TryVerify(key, out _))
        {
            key = await issuer.Keys.FindAnotherAsync(jwt.Header, key, deadline) ?? key;
        }

        return Inspect(jwt, issuer.Settings, key, checks);
    }

    private Principal? Inspect(UnverifiedJwt jwt, IssuerConfiguration issuer, VerificationKey? key, CheckList checks)
    {
        if (key is null || !key.Fits(jwt.Header.Algorithm))
        {
            checks.Fail(CheckList.Key, key is null ? Rejection.KeyUnknown : Rejection.KeyUnsuitable);
            return null;
        }

        checks.Pass(CheckList.Key);
        if (!jwt.TryVerify(key, out VerifiedClaims claims))
        {
            checks.Fail(CheckList.Signature, Rejection.SignatureInvalid);
            return null;
        }

        checks.Pass(CheckList.Signature);
        var token = new ClaimsUnderCheck
        {
            Claims = claims,
            Type = jwt.Header.Type,
            Issuer = issuer,
            ClockSkew = configuration.ClockSkew,
            Now = clock.GetUtcNow(),
        };
        foreach (ClaimCheck check in ClaimChecks.InOrder)
        {
            Note(checks, check.Name, check.FirstFailure(token), issuer);
        }

        Note(checks, CheckList.Principal, _principals.TryRead(claims, issuer, out Principal? principal), issuer);
        return checks.AllPassed ? principal : null;
    }

    private static void Note(CheckList checks, string name, Rejection? rejection, IssuerConfiguration? issuer = null)
    {
        if (rejection is null)
        {
            checks.Pass(name);
        }
        else
        {
            checks.Fail(name, rejection, issuer is null ? null : Accepted.By(name, issuer));
        }
    }
}
