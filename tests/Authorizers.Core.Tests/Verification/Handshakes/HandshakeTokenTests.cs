using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Authorizers.Core.Events;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>A token is held in a handshake to what it is held to everywhere.</summary>
public sealed class HandshakeTokenTests
{
    [Theory]
    [InlineData("owner", "alice")]
    [InlineData("thief", "401 binding_mismatch")]
    [InlineData(null, "401 binding_missing")]
    public async Task A_token_bound_to_a_certificate_needs_that_of_the_connection(string? presents, string verdict)
    {
        using var owner = CertificateAuthority.Root("owner");
        using var thief = CertificateAuthority.Root("thief");
        using var trial = new HandshakeTrial();
        string token = Some.Token(claims => claims["cnf"] = BoundTo(owner));
        CertificateAuthority? presented = presents switch { "owner" => owner, "thief" => thief, _ => null };
        AuthorizerRequest connect = HandshakeTrial.Connect(("header.Authorization", $"Bearer {token}"));

        Assert.Equal(verdict, await trial.VerdictAsync(new AuthorizerRequest
        {
            Method = connect.Method,
            Format = connect.Format,
            Values = connect.Values,
            ClientCertificate = presented is null ? null : new ClientCertificate(Some.Utf8(presented.Pem)),
        }));
    }

    [Fact]
    public async Task The_keys_of_issuers_are_fetched_before_the_first_handshake()
    {
        await using var issuer = LoopbackServer.Answering(Some.Utf8(Some.KeySetText(The.P256.Jwk())));
        using var trial = new HandshakeTrial($$"""
            {
              "issuers": [{
                "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"], "jwksUri": "{{issuer.Address}}", "allowHttp": true
              }]
            }
            """);
        using Deadline deadline = Some.Deadline(trial.Clock);

        await trial.Authorizer.PrepareAsync(deadline);

        Assert.Single(issuer.Requests);
        Assert.Equal("alice", await trial.VerdictAsync(("header.Authorization", $"Bearer {Some.Token()}")));
        Assert.Single(issuer.Requests);
    }

    private static JsonObject BoundTo(CertificateAuthority holder) =>
        new() { ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(holder.Certificate.RawData)) };
}
