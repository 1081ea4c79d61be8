using Authorizers.Cli.Invoke;
using Authorizers.Core;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Tokens;

/// <summary>As the functions verify: all that the configuration asks for, with a time limit for each token.</summary>
internal sealed class ConfiguredVerification(TokenVerifier verifier, TimeProvider clock) : ITokenVerification
{
    public async ValueTask<Verdict> VerifyAsync(BearerToken token)
    {
        using var deadline = new Deadline(clock, clock.GetUtcNow() + LocalInvocation.TimeLimit);
        VerificationResult result = await verifier.VerifyAsync(token, deadline);
        return result.Succeeded
            ? new Verdict.Valid(result.Principal.Id)
            : new Verdict.Invalid(result.Rejection.Code, result.Rejection.Claim);
    }
}
