using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Authorizers.Core.Events;
using Authorizers.Core.Tests.Verification.Introspection;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>A token bound to a certificate is worth nothing in anybody else's hands (RFC 8705).</summary>
public sealed class CertificateBindingTests : IDisposable
{
    private readonly CertificateAuthority _owner = CertificateAuthority.Root("owner");
    private readonly CertificateAuthority _thief = CertificateAuthority.Root("thief");
    private readonly StoppedClock _clock = new();

    public void Dispose()
    {
        _owner.Dispose();
        _thief.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_bound_token_is_accepted_with_its_certificate_and_with_no_other(int verifiedTokens)
    {
        JwtVerifier verifier = Verifier(verifiedTokens);
        string token = Some.Token(claims => claims["cnf"] = Bound(_owner));

        Assert.Equal("binding_missing", await VerdictAsync(verifier, token, null));
        Assert.Equal("binding_mismatch", await VerdictAsync(verifier, token, _thief));
        Assert.Equal("", await VerdictAsync(verifier, token, _owner));
        Assert.Equal("binding_mismatch", await VerdictAsync(verifier, token, _thief));
        Assert.Equal("binding_missing", await VerdictAsync(verifier, token, null));
        Assert.Equal("", await VerdictAsync(verifier, token, _owner));
    }

    [Fact]
    public async Task A_remembered_token_is_held_to_its_certificate_when_keys_are_fetched_too()
    {
        var keys = new FakeKeys(The.P256);
        JwtVerifier verifier = Some.Verifier(Some.Issuer(), keys, _clock);
        string token = Some.Token(claims => claims["cnf"] = Bound(_owner));
        Assert.Equal("", await VerdictAsync(verifier, token, _owner));

        TaskCompletionSource fetch = keys.FetchOnce();
        Task<string> verdict = VerdictAsync(verifier, token, _thief);
        fetch.SetResult();

        Assert.Equal("binding_mismatch", await verdict);
    }

    [Fact]
    public async Task A_token_that_is_bound_to_nothing_goes_with_any_certificate()
    {
        JwtVerifier verifier = Verifier(100);
        string token = Some.Token();

        Assert.Equal("", await VerdictAsync(verifier, token, _thief));
        Assert.Equal("", await VerdictAsync(verifier, token, null));
    }

    [Theory]
    [InlineData("""{"jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}""")]
    [InlineData("""{"x5t#S256":"OWNER","jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}""")]
    [InlineData("""{"X5T#S256":"OWNER"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"OWNER\"")]
    [InlineData("[]")]
    public async Task A_binding_of_another_kind_stays_without_proof(string confirmation) => Assert.Equal(
        "binding_missing", await VerdictAsync(Verifier(0), TokenWith(confirmation), _owner));

    [Theory]
    [InlineData("""{"x5t#S256":null}""")]
    [InlineData("""{"x5t#S256":""}""")]
    [InlineData("""{"x5t#S256":"OWNER="}""")]
    [InlineData("""{"x5t#S256":"OWNERA"}""")]
    [InlineData("""{"x5t#S256":["OWNER"]}""")]
    public async Task A_thumbprint_that_is_none_is_that_of_no_certificate(string confirmation)
    {
        Assert.Equal("binding_mismatch", await VerdictAsync(Verifier(0), TokenWith(confirmation), _owner));
        Assert.Equal("binding_missing", await VerdictAsync(Verifier(0), TokenWith(confirmation), null));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_another()
    {
        using Deadline deadline = Some.Deadline(_clock);
        string token = Some.Token(claims => claims["cnf"] = Bound(_owner));

        VerificationResult result =
            await Verifier(0).VerifyAsync(Some.Bearer(token), deadline, new ClientCertificate(Some.Utf8("none")));

        Assert.Equal("binding_mismatch", result.Rejection.Code);
    }

    [Fact]
    public async Task An_answer_about_an_opaque_token_is_held_to_the_certificate_whether_or_not_it_was_at_hand()
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answer(IntrospectionServer.Active(members => members["cnf"] = Bound(_owner)));

        Assert.Equal("binding_mismatch", await issuer.VerdictAsync(presented: Presented(_thief)));
        Assert.Equal(The.Subject, await issuer.VerdictAsync(presented: Presented(_owner)));
        Assert.Equal("binding_mismatch", await issuer.VerdictAsync(presented: Presented(_thief)));
        Assert.Equal("binding_missing", await issuer.VerdictAsync());
    }

    private static string Thumbprint(CertificateAuthority holder) =>
        Base64Url.EncodeToString(SHA256.HashData(holder.Certificate.RawData));

    private static JsonObject Bound(CertificateAuthority holder) => new() { ["x5t#S256"] = Thumbprint(holder) };

    private static ClientCertificate Presented(CertificateAuthority holder) => new(Some.Utf8(holder.Pem));

    private string TokenWith(string confirmation) => Some.Token(
        claims => claims["cnf"] = JsonNode.Parse(confirmation.Replace("OWNER", Thumbprint(_owner), StringComparison.Ordinal)));

    private JwtVerifier Verifier(int verifiedTokens) =>
        Some.Verifier(Some.Issuer(), new FakeKeys(The.P256), _clock, verifiedTokens);

    private async Task<string> VerdictAsync(JwtVerifier verifier, string token, CertificateAuthority? holder)
    {
        using Deadline deadline = Some.Deadline(_clock);
        VerificationResult result = await verifier.VerifyAsync(
            Some.Bearer(token), deadline, holder is null ? null : Presented(holder));
        return result.Succeeded ? "" : result.Rejection.Code;
    }
}
