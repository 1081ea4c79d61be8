using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class KeySetTests
{
    /// <summary>Two keys that differ in one thing each.</summary>
    public static TheoryData<string, string> Changed => new()
    {
        { With(The.P256, "kid", "a"), With(The.P256, "kid", "b") },
        { With(The.P256, "kid", "a"), With(The.P256, "kid", null) },
        { With(The.P256, "kid", "a"), With(The.OtherP256, "kid", "a") },
        { With(The.P256, "kid", "a"), With(The.P384, "kid", "a") },
        { With(The.P256, "kid", "a"), With(The.Rsa, "kid", "a") },
        { With(The.Rsa, "kid", "a"), With(The.OtherRsa, "kid", "a") },
        { With(The.Rsa, "e", "AQAB"), With(The.Rsa, "e", "Aw") },
        { With(The.Rsa, "alg", null), With(The.Rsa, "alg", "RS256") },
        { With(The.Rsa, "alg", "PS256"), With(The.Rsa, "alg", "RS256") },
    };

    [Fact]
    public void A_key_id_means_the_key_of_that_id()
    {
        KeySet keys = Some.KeySet(The.Rsa, The.P256, The.OtherP256);

        Assert.Equal(The.P256.Id, keys.Find(The.P256.Id, The.Es256)?.Id);
        Assert.Equal(The.OtherP256.Id, keys.Find(The.OtherP256.Id, The.Es256)?.Id);
    }

    [Fact]
    public void A_key_id_means_its_key_even_where_that_does_not_fit() =>
        Assert.Equal(The.Rsa.Id, Some.KeySet(The.Rsa, The.P256).Find(The.Rsa.Id, The.Es256)?.Id);

    [Theory]
    [InlineData("RSA")]
    [InlineData("rsa ")]
    [InlineData("")]
    public void A_key_id_is_compared_ordinally(string keyId) => Assert.Null(Some.KeySet(The.Rsa).Find(keyId, The.Rs256));

    [Fact]
    public void An_unknown_key_id_means_no_key_even_where_only_one_would_fit() =>
        Assert.Null(Some.KeySet(The.Rsa).Find("unknown", The.Rs256));

    [Fact]
    public void Without_a_key_id_the_only_key_that_fits_is_meant()
    {
        KeySet keys = Some.KeySet(The.Rsa, The.P256, The.P384);

        Assert.Equal(The.P256.Id, keys.Find(null, The.Es256)?.Id);
        Assert.Equal(The.Rsa.Id, keys.Find(null, The.Rs256)?.Id);
        Assert.Null(keys.Find(null, The.Algorithm("ES512")));
    }

    [Fact]
    public void Without_a_key_id_two_keys_that_fit_are_none()
    {
        Assert.Null(Some.KeySet(The.P256, The.OtherP256).Find(null, The.Es256));
        Assert.Null(Some.KeySet(The.P256, The.Rsa, The.OtherP256).Find(null, The.Es256));
    }

    [Fact]
    public void A_key_without_an_id_is_found_without_one_only()
    {
        JsonObject jwk = The.P256.Jwk();
        jwk.Remove("kid");
        Assert.True(JsonWebKeySetText.TryRead(Some.KeySetText(jwk), out KeySet? keys));

        Assert.NotNull(keys.Find(null, The.Es256));
        Assert.Null(keys.Find("", The.Es256));
        Assert.Null(keys.Find(The.P256.Id, The.Es256));
    }

    [Fact]
    public void Keys_that_have_not_changed_keep_their_objects()
    {
        KeySet earlier = Some.KeySet(The.Rsa, The.P256, The.P384);

        KeySet later = Some.KeySet(The.P384, The.OtherP256, The.Rsa).Keeping(earlier);

        Assert.Same(earlier.Keys[2], later.Keys[0]);
        Assert.Equal(The.OtherP256.Id, later.Keys[1].Id);
        Assert.Same(earlier.Keys[0], later.Keys[2]);
        Assert.Equal(3, later.Keys.Count);
    }

    [Fact]
    public void A_key_without_an_id_keeps_its_object_too()
    {
        JsonObject jwk = The.P256.Jwk();
        jwk.Remove("kid");
        JsonObject other = The.OtherP256.Jwk();
        other.Remove("kid");
        KeySet earlier = Read(jwk, other);

        Assert.Equal(earlier.Keys.Reverse(), Read(other, jwk).Keeping(earlier).Keys);
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_key_that_has_changed_is_another_object(string before, string after)
    {
        KeySet earlier = Read(JsonNode.Parse(before)!.AsObject());

        KeySet later = Read(JsonNode.Parse(after)!.AsObject()).Keeping(earlier);

        Assert.NotSame(Assert.Single(earlier.Keys), Assert.Single(later.Keys));
    }

    private static string With(SigningKey key, string member, string? value)
    {
        JsonObject jwk = key.Jwk();
        jwk[member] = value;
        if (value is null)
        {
            jwk.Remove(member);
        }

        return jwk.ToJsonString();
    }

    private static KeySet Read(params JsonObject[] keys)
    {
        Assert.True(JsonWebKeySetText.TryRead(Some.KeySetText(keys), out KeySet? set));
        return set;
    }
}
