using Authorizers.Core;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Tokens;

/// <summary>Shape, header, key and signature, and none of the claims: is it genuine, never mind for whom.</summary>
internal sealed class SignatureVerification(KeySet keys, IReadOnlyList<JwsAlgorithm> algorithms) : ITokenVerification
{
    public ValueTask<Verdict> VerifyAsync(BearerToken token)
    {
        Rejection? rejection = FirstFailure(token);
        return new(rejection is null ? new Verdict.Valid(Principal: null) : new Verdict.Invalid(rejection.Code, rejection.Claim));
    }

    private Rejection? FirstFailure(BearerToken token)
    {
        if (!UnverifiedJwt.TryParse(token.Text, out UnverifiedJwt? jwt, out Rejection? rejection))
        {
            return rejection;
        }

        using (jwt)
        {
            JoseHeader header = jwt.Header;
            return !algorithms.Contains(header.Algorithm) ? Rejection.AlgorithmNotAllowed
                : keys.Find(header.KeyId, header.Algorithm) is not { } key ? Rejection.KeyUnknown
                : !key.Fits(header.Algorithm) ? Rejection.KeyUnsuitable
                : !jwt.TryVerify(key, out _) ? Rejection.SignatureInvalid
                : null;
        }
    }
}
