using System.Text;
using System.Text.Json.Nodes;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>A verifier that trusts one issuer, and all that an attacker learns of it: in, and as whom, or the code.</summary>
internal sealed class AttackedVerifier
{
    private readonly StoppedClock _clock = new();
    private readonly IKeySource _keys;
    private readonly JwtVerifier _verifier;

    /// <summary>With the keys of the issuer, and a count of who asks for them.</summary>
    public AttackedVerifier()
        : this(new FakeKeys(The.P256, The.Rsa, The.P384))
    {
    }

    private AttackedVerifier(IKeySource keys)
    {
        _keys = keys;
        _verifier = Some.Verifier(Some.Issuer(), keys, _clock);
    }

    public int KeysAsked => ((FakeKeys)_keys).Asked;

    /// <summary>With a published key set in which one key is the JWK given.</summary>
    public static AttackedVerifier Trusting(JsonObject jwk)
    {
        Assert.True(JsonWebKeySetText.TryRead(Some.KeySetText(jwk, The.P384.Jwk()), out KeySet? set));
        return new AttackedVerifier(new PackagedKeys(set));
    }

    /// <summary>The principal's id after a plus sign, or the code of the refusal.</summary>
    public async Task<string> AnswerAsync(string token)
    {
        if (!BearerToken.TryRead(Encoding.UTF8.GetBytes($"Bearer {token}"), out BearerToken bearer, out Rejection? rejection))
        {
            return rejection.Code;
        }

        VerificationResult result = await VerifyAsync(bearer);
        return result.Succeeded ? $"+{result.Principal.Id}" : result.Rejection.Code;
    }

    public async Task<VerificationResult> VerifyAsync(BearerToken token)
    {
        using Deadline deadline = Some.Deadline(_clock);
        return await _verifier.VerifyAsync(token, deadline);
    }
}
