using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>What each way of authentication adds to a request, read by other code than wrote it.</summary>
public sealed class ClientAuthenticationTests
{
    private static readonly RSA Rsa = RSA.Create(2048);

    [Theory]
    [InlineData("shop", "worthless")]
    [InlineData("a:b", "c:d")]
    [InlineData("with space", "100% +&=?/\\\"~")]
    [InlineData("https://client.example/ü", "schlüssel😀")]
    public void A_header_holds_both_parts_encoded_on_their_own(string id, string secret)
    {
        (string? header, List<KeyValuePair<string, string>> form) = Prove(new ClientSecretBasic(id, secret));

        Assert.Empty(form);
        string[] words = header!.Split(' ');
        string[] parts = Encoding.ASCII.GetString(Convert.FromBase64String(words[1])).Split(':');
        Assert.Equal(["Basic", id, secret], [words[0], .. parts.Select(part => WebUtility.UrlDecode(part)!)]);
    }

    [Fact]
    public void A_form_holds_both_parts()
    {
        (string? header, List<KeyValuePair<string, string>> form) = Prove(new ClientSecretPost("a:b", "c d"));

        Assert.Null(header);
        Assert.Equal([new("client_id", "a:b"), new("client_secret", "c d")], form);
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData(null)]
    public void An_assertion_says_who_we_are_to_this_issuer_alone_and_for_a_minute(string? keyId)
    {
        string[] parts = Assertion(new PrivateKeyJwt(The.Client, The.Issuer, Key("RS256"), The.Rs256, keyId)).Split('.');

        Assert.Equal(3, parts.Length);
        Assert.Equal(
            keyId is null
                ? """{"alg":"RS256","typ":"client-authentication+jwt"}"""
                : """{"alg":"RS256","typ":"client-authentication+jwt","kid":"2026-11"}""",
            Decode(parts[0]));
        JsonElement claims = Some.Json(Decode(parts[1]));
        long now = The.Moment.ToUnixTimeSeconds();
        string id = claims.GetProperty("jti").GetString()!;
        Assert.Equal(16, Base64Url.DecodeFromChars(id).Length);
        Assert.Equal(
            $$"""{"iss":"shop","sub":"shop","aud":"https://issuer.example/","jti":"{{id}}","iat":{{now}},"exp":{{now + 60}}}""",
            claims.GetRawText());
    }

    [Fact]
    public void No_two_assertions_are_the_same_one()
    {
        var authentication = new PrivateKeyJwt(The.Client, The.Issuer, Key("ES256"), The.Es256, null);

        string[] ids = [.. Enumerable.Range(0, 100).Select(_ => Some.Json(Decode(Assertion(authentication).Split('.')[1]))
            .GetProperty("jti").GetString()!)];

        Assert.Distinct(ids);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public void The_platform_verifies_the_signature_of_each_algorithm(string name)
    {
        JwsAlgorithm algorithm = The.Algorithm(name);
        string pem = Pem(name);

        string assertion = Assertion(new PrivateKeyJwt(The.Client, The.Issuer, Key(pem), algorithm, null));

        (byte[] input, byte[] signature) = Split(assertion);
        Assert.True(Verify(name, pem, input, signature));
        Assert.Equal(name, Some.Json(Decode(assertion.Split('.')[0])).GetProperty("alg").GetString());
        input[0] ^= 1;
        Assert.False(Verify(name, pem, input, signature));
    }

    [Fact]
    public async Task Many_threads_sign_with_one_key()
    {
        foreach (string name in new[] { "RS256", "ES256" })
        {
            string pem = Pem(name);
            var authentication = new PrivateKeyJwt(The.Client, The.Issuer, Key(pem), The.Algorithm(name), null);

            string[] assertions = [.. (await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
                () => Enumerable.Range(0, 20).Select(_ => Assertion(authentication)).ToArray())))).SelectMany(each => each)];

            Assert.All(assertions.Select(Split), split => Assert.True(Verify(name, pem, split.Input, split.Signature)));
        }
    }

    [Fact]
    public void None_of_them_prints_its_secret() => Assert.All(
        new object[]
        {
            new ClientSecretBasic("id", "s3cr3t"), new ClientSecretPost("id", "s3cr3t"),
            new PrivateKeyJwt("id", "aud", Key("RS256"), The.Rs256, "kid"), Key("RS256"), Key("ES256"),
        },
        secretive => Assert.Equal(secretive.GetType().FullName, secretive.ToString()));

    private static (string? Header, List<KeyValuePair<string, string>> Form) Prove(ClientAuthentication authentication)
    {
        using var request = new HttpRequestMessage();
        List<KeyValuePair<string, string>> form = [];
        authentication.Prove(request.Headers, form, The.Moment);
        return (request.Headers.Authorization?.ToString(), form);
    }

    private static string Assertion(PrivateKeyJwt authentication)
    {
        (string? header, List<KeyValuePair<string, string>> form) = Prove(authentication);
        Assert.Null(header);
        Assert.Equal(["client_assertion_type", "client_assertion"], form.Select(member => member.Key));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form[0].Value);
        return form[1].Value;
    }

    private static ClientKey Key(string algorithmOrPem)
    {
        string pem = algorithmOrPem.Length == 5 ? Pem(algorithmOrPem) : algorithmOrPem;
        return (ClientKey?)RsaClientKey.Read(pem) ?? EcdsaClientKey.Read(pem)!;
    }

    private static string Pem(string algorithm)
    {
        if (!algorithm.StartsWith('E'))
        {
            return Rsa.ExportPkcs8PrivateKeyPem();
        }

        using var key = ECDsa.Create(The.Algorithm(algorithm).Curve!.Parameters);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static (byte[] Input, byte[] Signature) Split(string assertion)
    {
        string[] parts = assertion.Split('.');
        return (Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]));
    }

    private static bool Verify(string algorithm, string pem, byte[] input, byte[] signature)
    {
        HashAlgorithmName hash = new($"SHA{algorithm[2..]}");
        if (!algorithm.StartsWith('E'))
        {
            RSASignaturePadding padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return Rsa.VerifyData(input, signature, hash, padding);
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(input, signature, hash);
    }

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
