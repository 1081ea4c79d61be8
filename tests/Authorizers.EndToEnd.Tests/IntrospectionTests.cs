using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The binary and a certified OpenID provider that answers for its opaque tokens.</summary>
public sealed class IntrospectionTests(PublishedBinaries binaries, NodePackages packages) : IDisposable
{
    private const string Allowed = "shop allowed";

    private readonly List<TemporaryFile> _files = [];

    public static TheoryData<string> Authentications => ["client_secret_basic", "client_secret_post", "private_key_jwt"];

    public void Dispose() => _files.ForEach(file => file.Dispose());

    [Theory]
    [MemberData(nameof(Authentications))]
    public async Task An_opaque_token_is_allowed_revoked_and_then_refused(string authentication)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(provider, authentication);
        string token = await provider.TokenAsync("urn:orders:opaque");
        string other = await provider.TokenAsync("urn:orders:opaque");
        Assert.Equal(Allowed, await CallAsync(function, token));
        Assert.Equal(Allowed, await CallAsync(function, token));

        await provider.RevokeAsync(token);
        Assert.Equal("Unauthorized", await CallAsync(function, token));
        Assert.Equal(Allowed, await CallAsync(function, other));
        Assert.Equal([null, null, "token_inactive", null], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task An_answer_at_hand_serves_for_a_while_even_of_a_token_that_was_revoked()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(provider, "client_secret_basic", ("cacheFor", 300));
        string token = await provider.TokenAsync("urn:orders:opaque");
        Assert.Equal(Allowed, await CallAsync(function, token));

        await provider.RevokeAsync(token);
        Assert.Equal(Allowed, await CallAsync(function, token));
        await provider.CloseAsync();
        Assert.Equal(Allowed, await CallAsync(function, token));
    }

    [Theory]
    [MemberData(nameof(Authentications))]
    public async Task Credentials_that_the_provider_does_not_take_are_an_outage(string authentication)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using RunningFunction function = await StartAsync(provider, authentication, authentication == "private_key_jwt"
            ? ("privateKeyFile", FileOf(otherKey.ExportPkcs8PrivateKeyPem()))
            : ("clientSecret", "wr0ng-secret"));
        string token = await provider.TokenAsync("urn:orders:opaque");

        Assert.Equal("Outage", await CallAsync(function, token));

        WrittenText written = await function.StopAsync();
        Assert.Equal(["introspection_refused"], written.Codes);
        Assert.DoesNotContain("wr0ng-secret", written.Output + written.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(token, written.Output + written.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_an_outage_until_it_is_up()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        string token = await provider.TokenAsync("urn:orders:opaque");
        await provider.CloseAsync();
        await using RunningFunction function = await StartAsync(provider, "client_secret_post");
        Assert.Equal("Outage", await CallAsync(function, token));

        await provider.OpenAsync();
        Assert.Equal(Allowed, await CallAsync(function, token));

        await provider.CloseAsync();
        Assert.Equal("Outage", await CallAsync(function, token));
        Assert.Equal(
            ["introspection_unreachable", null, "introspection_unreachable"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task Both_kinds_of_token_of_one_provider_are_allowed_and_neither_for_another_API()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(provider, "private_key_jwt");

        Assert.Equal(Allowed, await CallAsync(function, await provider.TokenAsync("urn:orders:opaque")));
        Assert.Equal(Allowed, await CallAsync(function, await provider.TokenAsync("urn:orders:ES256")));
        Assert.Equal("Unauthorized", await CallAsync(function, await provider.TokenAsync("urn:billing:opaque")));
        Assert.Equal("Unauthorized", await CallAsync(function, await provider.TokenAsync("urn:billing:RS256")));
        Assert.Equal([null, null, "audience_mismatch", "audience_mismatch"], (await function.StopAsync()).Codes);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("e30.e30")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.e30.e30")]
    [InlineData("eyJhbGciOiJkaXIifQ..e30.e30.e30")]
    public async Task Junk_is_refused_and_causes_no_outage(string token)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(provider, "client_secret_basic");

        Assert.Equal("Unauthorized", await CallAsync(function, token));

        Assert.Equal(["token_inactive"], (await function.StopAsync()).Codes);
    }

    private static async Task<string> CallAsync(RunningFunction function, string token) =>
        Verdict.Of(await function.InvokeAsync(The.CallWith(token)));

    private async Task<RunningFunction> StartAsync(
        OpenIdProvider provider, string authentication, params (string Member, JsonNode Value)[] changes)
    {
        var introspection = new JsonObject
        {
            ["endpoint"] = $"{provider.Issuer}/token/introspection",
            ["clientId"] = $"orders-authorizer-{authentication}",
            ["authentication"] = authentication,
            ["cacheFor"] = 0,
        };
        if (authentication == "private_key_jwt")
        {
            introspection["privateKeyFile"] = FileOf(OpenIdProvider.ClientKey);
            introspection["keyId"] = "2026-11";
        }
        else
        {
            introspection["clientSecret"] = authentication == "client_secret_post" ? "worth+less &=" : "worth+less %:~";
        }

        foreach ((string member, JsonNode value) in changes)
        {
            introspection[member] = value;
        }

        return await RunningFunction.StartAsync(await binaries.TokenAsync(), FileOf(Some.ConfigurationTrusting(provider.Issuer)
            .WithIssuer("principalClaim", "client_id")
            .WithIssuer("introspection", introspection).ToJsonString()));
    }

    private string FileOf(string text)
    {
        var file = new TemporaryFile(text);
        _files.Add(file);
        return file.Path;
    }
}
