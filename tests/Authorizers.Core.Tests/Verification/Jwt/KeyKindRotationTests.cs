using Authorizers.Core.Tests.Verification.Keys;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>An issuer that goes from one kind of key to another and keeps the key id.</summary>
public sealed class KeyKindRotationTests
{
    private static readonly SigningKey OfAnotherKind = SigningKey.EllipticCurve(The.P256.Id, "P-384");

    private readonly KeyPublication _issuer = new(Some.Issuer());
    private readonly JwtVerifier _verifier;

    public KeyKindRotationTests() => _verifier = Some.Verifier(Some.Issuer(), _issuer.Keys, _issuer.Clock);

    [Fact]
    public async Task A_token_of_the_new_kind_is_accepted_as_soon_as_the_key_is_published()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.Publish(OfAnotherKind);
        _issuer.TakeAsked();

        Assert.Equal("", await VerifyAsync(OfNewKind()));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
        Assert.Equal("key_unsuitable", await VerifyAsync(Some.Token()));
    }

    [Fact]
    public async Task A_key_that_is_not_for_the_algorithm_causes_one_fetch_in_five_minutes()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.TakeAsked();

        for (int second = 0; second < 300; second++)
        {
            Assert.Equal("key_unsuitable", await VerifyAsync(OfNewKind()));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task While_the_issuer_is_down_it_is_refused()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.GoDown();

        Assert.Equal("key_unsuitable", await VerifyAsync(OfNewKind()));
    }

    private static string OfNewKind() => Some.Token(
        Some.Header(OfAnotherKind, "ES384").ToJsonString(), Some.Claims().ToJsonString(), OfAnotherKind, "ES384");

    /// <summary>The code of the rejection; empty when there is none.</summary>
    private async Task<string> VerifyAsync(string token)
    {
        using Deadline deadline = Some.Deadline(_issuer.Clock);
        VerificationResult result = await _verifier.VerifyAsync(Some.Bearer(token), deadline);
        return result.Succeeded ? "" : result.Rejection.Code;
    }
}
