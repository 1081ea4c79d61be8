using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>The issuer's published keys and somebody who fetches them, under a stopped clock.</summary>
internal sealed class KeyPublication
{
    public const string Discovery = "https://issuer.example/.well-known/openid-configuration";
    public const string Address = "https://issuer.example/keys";

    public KeyPublication(IssuerConfiguration? issuer = null)
    {
        Documents.Serve(Discovery, Metadata(The.Issuer, Address));
        Publish(The.P256);
        Keys = new FetchedKeys(issuer ?? Some.Issuer(), Documents, Clock, Warnings.Add);
    }

    public StoppedClock Clock { get; } = new();

    public FakeDocuments Documents { get; } = new();

    public List<string> Warnings { get; } = [];

    public FetchedKeys Keys { get; }

    public static string Metadata(string issuer, string address) => $$"""{"issuer":"{{issuer}}","jwks_uri":"{{address}}"}""";

    public void Publish(params SigningKey[] keys) =>
        Documents.Serve(Address, Some.KeySetText([.. keys.Select(key => key.Jwk())]));

    public void GoDown()
    {
        Documents.Fail(Discovery);
        Documents.Fail(Address);
    }

    /// <summary>The addresses asked for since the last time this was asked.</summary>
    public List<string> TakeAsked()
    {
        List<string> asked = [.. Documents.Asked];
        Documents.Asked.Clear();
        return asked;
    }

    /// <summary>The id of the key found for an ES256 token; null when there is none.</summary>
    public async Task<string?> FindAsync(string? keyId, double seconds = 10) => (await FindKeyAsync(keyId, seconds))?.Id;

    public async Task<VerificationKey?> FindKeyAsync(string? keyId, double seconds = 10)
    {
        using var deadline = new Deadline(Clock, Clock.GetUtcNow().AddSeconds(seconds));
        JoseHeader header = Some.ReadHeader(keyId is null ? """{"alg":"ES256"}""" : $$"""{"alg":"ES256","kid":"{{keyId}}"}""");
        return await Keys.FindAsync(header, deadline);
    }

    public async Task<string> OutageAsync(string? keyId, double seconds = 10) =>
        (await Assert.ThrowsAsync<OutageException>(() => FindAsync(keyId, seconds))).Code;

    public async Task<string> OutageMessageAsync(string? keyId) =>
        (await Assert.ThrowsAsync<OutageException>(() => FindAsync(keyId))).Message;

    /// <summary>Has the keys fetched as they are published now.</summary>
    public async Task FetchAsync()
    {
        using var deadline = new Deadline(Clock, Clock.GetUtcNow().AddSeconds(10));
        await Keys.PrepareAsync(deadline);
        TakeAsked();
    }
}
