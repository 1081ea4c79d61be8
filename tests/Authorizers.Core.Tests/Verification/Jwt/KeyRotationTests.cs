using Authorizers.Core.Tests.Verification.Keys;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Tokens whose key the issuer has replaced, and forged ones that look like them.</summary>
public sealed class KeyRotationTests
{
    private static readonly SigningKey Reused = SigningKey.EllipticCurve(The.P256.Id, "P-256");

    /// <summary>For an issuer that goes from one kind of key to another and keeps the key id.</summary>
    private static readonly SigningKey OfAnotherKind = SigningKey.EllipticCurve(The.P256.Id, "P-384");

    private readonly KeyPublication _issuer = new(Some.Issuer());
    private readonly JwtVerifier _verifier;

    public KeyRotationTests() => _verifier = Some.Verifier(Some.Issuer(), _issuer.Keys, _issuer.Clock);

    [Fact]
    public async Task A_token_without_a_key_id_is_tried_with_the_key_that_replaced_the_one_at_hand()
    {
        Assert.Equal("", await VerifyAsync(WithoutKeyId(The.P256)));
        _issuer.Publish(The.OtherP256);
        _issuer.TakeAsked();

        VerificationResult result = await ResultAsync(WithoutKeyId(The.OtherP256));

        Assert.True(result.Succeeded);
        Assert.Equal(The.OtherP256.Id, result.Evidence.KeyId);
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
        Assert.Equal("signature_invalid", await VerifyAsync(WithoutKeyId(The.P256)));
    }

    [Fact]
    public async Task A_token_of_a_known_key_id_is_tried_with_the_key_that_got_that_id()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.Publish(Reused);
        _issuer.TakeAsked();

        Assert.Equal("", await VerifyAsync(Some.Token(key: Reused)));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
        Assert.Equal("signature_invalid", await VerifyAsync(Some.Token()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forged_signatures_cause_one_fetch_in_five_minutes_and_are_refused(bool withKeyId)
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.TakeAsked();
        string forged = withKeyId ? Some.Token(key: Reused) : WithoutKeyId(The.OtherP256);

        for (int second = 0; second < 300; second++)
        {
            Assert.Equal("signature_invalid", await VerifyAsync(forged));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
        Assert.Equal("signature_invalid", await VerifyAsync(forged));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task Forged_signatures_of_many_key_ids_cause_no_more_fetches_than_the_allowance_says()
    {
        SigningKey[] keys = [.. Enumerable.Range(0, 20).Select(i => SigningKey.EllipticCurve($"key-{i}", "P-256"))];
        _issuer.Publish(keys);
        await _issuer.FetchAsync();

        for (int second = 0; second < 20; second++)
        {
            string forged = Some.Token(spoilHeader: header => header["kid"] = $"key-{second}", key: Reused);
            Assert.Equal("signature_invalid", await VerifyAsync(forged));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, _issuer.TakeAsked().Count);
    }

    [Fact]
    public async Task A_key_that_someone_else_fetched_meanwhile_is_tried_without_a_fetch()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        Assert.Equal("signature_invalid", await VerifyAsync(Some.Token(key: Reused)));
        _issuer.Publish(Reused);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("key_unknown", await VerifyAsync(Some.Token(key: The.OtherP256)));
        _issuer.TakeAsked();

        Assert.Equal("", await VerifyAsync(Some.Token(key: Reused)));
        Assert.Empty(_issuer.TakeAsked());
    }

    [Fact]
    public async Task While_the_issuer_is_down_a_bad_signature_is_refused_when_a_key_id_names_the_key_and_else_unknowable()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.GoDown();

        Assert.Equal("signature_invalid", await VerifyAsync(Some.Token(key: Reused)));
        await Assert.ThrowsAsync<OutageException>(() => ResultAsync(WithoutKeyId(The.OtherP256)));
        Assert.Equal("", await VerifyAsync(WithoutKeyId(The.P256)));
    }

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
    public async Task While_the_issuer_is_down_a_token_of_the_new_kind_is_refused()
    {
        Assert.Equal("", await VerifyAsync(Some.Token()));
        _issuer.GoDown();

        Assert.Equal("key_unsuitable", await VerifyAsync(OfNewKind()));
    }

    private static string OfNewKind() => Some.Token(
        Some.Header(OfAnotherKind, "ES384").ToJsonString(), Some.Claims().ToJsonString(), OfAnotherKind, "ES384");

    private static string WithoutKeyId(SigningKey key) => Some.Token(spoilHeader: header => header.Remove("kid"), key: key);

    /// <summary>The code of the rejection; empty when there is none.</summary>
    private async Task<string> VerifyAsync(string token)
    {
        VerificationResult result = await ResultAsync(token);
        return result.Succeeded ? "" : result.Rejection.Code;
    }

    private async Task<VerificationResult> ResultAsync(string token)
    {
        using Deadline deadline = Some.Deadline(_issuer.Clock);
        return await _verifier.VerifyAsync(Some.Bearer(token), deadline);
    }
}
