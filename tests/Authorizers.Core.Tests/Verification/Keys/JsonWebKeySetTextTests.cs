using System.Buffers.Text;
using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class JsonWebKeySetTextTests
{
    private const string Private = "holds a private or symmetric key";
    private const string Point = "\"crv\" is unknown, or \"x\" or \"y\" is not a coordinate of it";
    private const string KeyId = "\"kid\" is not text of at most 256 characters";

    [Theory]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[],"later":{}}""")]
    public void A_set_may_be_empty(string text)
    {
        Assert.True(JsonWebKeySetText.TryRead(text, out KeySet? set));
        Assert.Empty(set.Keys);
        Assert.Empty(set.Skipped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"Keys":[]}""")]
    [InlineData("""{"keys":[],"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kty":"EC"}]}""")]
    [InlineData("""{"keys":[]}x""")]
    public void What_is_no_set_is_refused(string text)
    {
        Assert.False(JsonWebKeySetText.TryRead(text, out KeySet? set));
        Assert.Null(set);
    }

    [Fact]
    public void A_set_has_150_000_characters_at_most()
    {
        const string Start = """{"keys":[]}""";

        Assert.True(JsonWebKeySetText.TryRead(Start.PadRight(150_000), out _));
        Assert.False(JsonWebKeySetText.TryRead(Start.PadRight(150_001), out _));
    }

    [Fact]
    public void A_set_has_100_keys_at_most()
    {
        Assert.True(JsonWebKeySetText.TryRead(Copies(100), out KeySet? set));
        Assert.Equal(100, set.Keys.Count);
        Assert.False(JsonWebKeySetText.TryRead(Copies(101), out _));

        static string Copies(int count) => Some.KeySetText([.. Enumerable.Range(0, count).Select(i => P256("kid", $"k{i}"))]);
    }

    [Theory]
    [InlineData("use", "\"sig\"")]
    [InlineData("key_ops", "[\"verify\"]")]
    [InlineData("key_ops", "[\"sign\",\"verify\"]")]
    [InlineData("alg", "\"ES256\"")]
    [InlineData("kid", "\"\"")]
    [InlineData("x5c", "[\"ignored\"]")]
    public void A_public_signature_key_is_used(string name, string value)
    {
        KeySet set = Read(P256(name, JsonNode.Parse(value)));

        Assert.Single(set.Keys);
        Assert.Empty(set.Skipped);
    }

    [Theory]
    [InlineData("d", "\"AQAB\"", Private)]
    [InlineData("d", "null", Private)]
    [InlineData("k", "\"AQAB\"", Private)]
    [InlineData("use", "\"enc\"", "\"use\" is not \"sig\"")]
    [InlineData("use", "\"SIG\"", "\"use\" is not \"sig\"")]
    [InlineData("use", "[\"sig\"]", "\"use\" is not \"sig\"")]
    [InlineData("use", "null", "\"use\" is not \"sig\"")]
    [InlineData("key_ops", "[]", "\"key_ops\" does not name \"verify\"")]
    [InlineData("key_ops", "[\"sign\"]", "\"key_ops\" does not name \"verify\"")]
    [InlineData("key_ops", "\"verify\"", "\"key_ops\" does not name \"verify\"")]
    [InlineData("kid", "7", KeyId)]
    [InlineData("kid", "null", KeyId)]
    [InlineData("kid", "[\"a\"]", KeyId)]
    [InlineData("alg", "\"HS256\"", "\"alg\" is not a signature algorithm of this project")]
    [InlineData("alg", "\"none\"", "\"alg\" is not a signature algorithm of this project")]
    [InlineData("alg", "\"ECDH-ES\"", "\"alg\" is not a signature algorithm of this project")]
    [InlineData("alg", "null", "\"alg\" is not a signature algorithm of this project")]
    [InlineData("alg", "\"RS256\"", "\"alg\" does not fit \"kty\" or \"crv\"")]
    [InlineData("alg", "\"ES384\"", "\"alg\" does not fit \"kty\" or \"crv\"")]
    [InlineData("kty", "\"oct\"", "\"kty\" is neither \"RSA\" nor \"EC\"")]
    [InlineData("kty", "\"OKP\"", "\"kty\" is neither \"RSA\" nor \"EC\"")]
    [InlineData("kty", "\"ec\"", "\"kty\" is neither \"RSA\" nor \"EC\"")]
    [InlineData("kty", "null", "\"kty\" is neither \"RSA\" nor \"EC\"")]
    [InlineData("kty", "\"RSA\"", "\"n\" or \"e\" is not base64url")]
    [InlineData("crv", "\"P-384\"", Point)]
    [InlineData("crv", "\"secp256k1\"", Point)]
    [InlineData("crv", "null", Point)]
    [InlineData("x", "\"AQAB\"", Point)]
    [InlineData("x", "7", Point)]
    [InlineData("y", "\"\"", Point)]
    [InlineData("y", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "the point is not on the curve")]
    public void Any_other_is_skipped_and_the_reason_given(string name, string value, string reason)
    {
        KeySet set = Read(The.Rsa.Jwk(), P256(name, JsonNode.Parse(value)), The.OtherP256.Jwk());

        Assert.Equal([$"keys[1]: {reason}"], set.Skipped);
        Assert.Equal([The.Rsa.Id, The.OtherP256.Id], set.Keys.Select(key => key.Id));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"key\"")]
    public void A_member_that_is_no_object_is_skipped(string member)
    {
        Assert.True(JsonWebKeySetText.TryRead($$"""{"keys":[{{member}}]}""", out KeySet? set));
        Assert.Equal(["keys[0]: not an object"], set.Skipped);
    }

    [Fact]
    public void A_key_id_has_256_characters_at_most()
    {
        Assert.Empty(Read(P256("kid", new string('k', 256))).Skipped);
        Assert.Equal([$"keys[0]: {KeyId}"], Read(P256("kid", new string('k', 257))).Skipped);
    }

    [Fact]
    public void Keys_that_share_an_id_are_skipped_all_of_them()
    {
        KeySet set = Read(The.P256.Jwk(), The.Rsa.Jwk(), Spoilt(The.P384.Jwk(), "kid", The.P256.Id));

        Assert.Equal([The.Rsa.Id], set.Keys.Select(key => key.Id));
        Assert.Equal(["keys that share a key id: none of them is used"], set.Skipped);
    }

    [Fact]
    public void Keys_without_an_id_do_not_share_it() =>
        Assert.Equal(2, Read(Without(The.P256.Jwk(), "kid"), Without(The.Rsa.Jwk(), "kid")).Keys.Count);

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void A_coordinate_has_its_curves_length_with_its_leading_zeros(int length)
    {
        byte[] x = Base64Url.DecodeFromChars(The.P256.Jwk()["x"]!.GetValue<string>());
        byte[] other = length < x.Length ? x[1..] : [0, .. x];

        Assert.Equal([$"keys[0]: {Point}"], Read(P256("x", Base64Url.EncodeToString(other))).Skipped);
    }

    [Theory]
    [InlineData("n", "\"\"")]
    [InlineData("n", "7")]
    [InlineData("e", "\"AQAB=\"")]
    [InlineData("e", "\"AQ AB\"")]
    public void A_number_that_is_no_base64url_is_skipped(string name, string value) => Assert.Equal(
        ["keys[0]: \"n\" or \"e\" is not base64url"], Read(Spoilt(The.Rsa.Jwk(), name, JsonNode.Parse(value))).Skipped);

    [Fact]
    public void A_weak_RSA_key_is_skipped() => Assert.Equal(
        ["keys[0]: \"n\" is even or not of 2,048 to 8,192 bits"], Read(SigningKey.Rsa("weak", 1024).Jwk()).Skipped);

    private static KeySet Read(params JsonObject[] keys)
    {
        Assert.True(JsonWebKeySetText.TryRead(Some.KeySetText(keys), out KeySet? set));
        return set;
    }

    private static JsonObject P256(string name, JsonNode? value) => Spoilt(The.P256.Jwk(), name, value);

    private static JsonObject Spoilt(JsonObject jwk, string name, JsonNode? value)
    {
        jwk[name] = value;
        return jwk;
    }

    private static JsonObject Without(JsonObject jwk, string name)
    {
        jwk.Remove(name);
        return jwk;
    }
}
