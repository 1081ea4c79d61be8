using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The binary against a certified OpenID provider that knows nothing of it, from discovery to the verdict.</summary>
public sealed class ProviderTests(PublishedBinaries binaries, NodePackages packages) : IDisposable
{
    private readonly List<TemporaryFile> _files = [];

    public static TheoryData<string> Algorithms => ["RS256", "PS256", "ES256"];

    public void Dispose() => _files.ForEach(file => file.Dispose());

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task The_token_of_a_discovered_provider_is_allowed(string algorithm)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        Assert.Equal("shop allowed", await CallAsync(function, await provider.TokenAsync($"urn:orders:{algorithm}")));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task A_token_signed_by_another_key_is_refused(string algorithm)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        string token = await provider.TokenAsync($"urn:orders:{algorithm}");
        Assert.Equal("Unauthorized", await CallAsync(function, TokenText.SignedByAnotherKey(token, algorithm)));
        Assert.Equal(["signature_invalid"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_token_for_another_API_is_refused()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        Assert.Equal("Unauthorized", await CallAsync(function, await provider.TokenAsync("urn:billing:RS256")));
        Assert.Equal(["audience_mismatch"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_token_of_an_issuer_that_is_not_configured_is_refused_even_when_its_keys_are_known()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(
            Some.ConfigurationTrusting("https://issuer.example/").WithIssuer("jwksUri", $"{provider.Issuer}/jwks"));
        Assert.Equal("Unauthorized", await CallAsync(function, await provider.TokenAsync("urn:orders:ES256")));
        Assert.Equal(["issuer_unknown"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task Metadata_that_speaks_for_another_issuer_is_an_outage()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting("https://issuer.example/")
            .WithIssuer("discovery", $"{provider.Issuer}/.well-known/openid-configuration"));
        Assert.Equal("Outage", Verdict.Of(await function.InvokeAsync(The.Event("allowed"))));
        Assert.Contains("speaks for another issuer", (await function.StopAsync()).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_signed_by_a_new_key_is_allowed_on_the_very_next_invocation()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        string old = await provider.TokenAsync("urn:orders:ES256");
        Assert.Equal("shop allowed", await CallAsync(function, old));

        await provider.RotateAsync();
        Assert.Equal("shop allowed", await CallAsync(function, await provider.TokenAsync("urn:orders:ES256")));
        Assert.Equal("Unauthorized", await CallAsync(function, old));
        Assert.Equal([null, null, "key_unknown"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_provider_that_is_down_at_start_is_an_outage_until_it_is_up()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        string token = await provider.TokenAsync("urn:orders:ES256");
        await provider.CloseAsync();
        await using RunningFunction function = await StartAsync(
            Some.ConfigurationTrusting(provider.Issuer).WithIssuer("keyRefresh", new JsonObject { ["backOff"] = 1 }));
        Assert.Equal("Outage", await CallAsync(function, token));

        await provider.OpenAsync();
        Assert.Equal("shop allowed", await Patience.FirstUnlikeAsync("Outage", () => CallAsync(function, token)));
        Assert.Equal(1, await provider.AskedAsync());
        IReadOnlyList<string?> codes = (await function.StopAsync()).Codes;
        Assert.All(codes.SkipLast(1), code => Assert.Equal("issuer_unreachable", code));
        Assert.Null(codes[^1]);
    }

    [Fact]
    public async Task Known_keys_go_on_serving_while_the_provider_is_down()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        string[] tokens = [await provider.TokenAsync("urn:orders:ES256"), await provider.TokenAsync("urn:orders:RS256")];
        Assert.Equal("shop allowed", await CallAsync(function, tokens[0]));

        await provider.CloseAsync();
        Assert.Equal("shop allowed", await CallAsync(function, tokens[0]));
        Assert.Equal("shop allowed", await CallAsync(function, tokens[1]));
    }

    [Fact]
    public async Task A_token_of_an_unknown_key_is_an_outage_while_the_provider_is_down()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(Some.ConfigurationTrusting(provider.Issuer));
        Assert.Equal("shop allowed", await CallAsync(function, await provider.TokenAsync("urn:orders:ES256")));

        await provider.RotateAsync();
        string unknown = await provider.TokenAsync("urn:orders:ES256");
        await provider.CloseAsync();
        Assert.Equal("Outage", await CallAsync(function, unknown));
    }

    private static async Task<string> CallAsync(RunningFunction function, string token) =>
        Verdict.Of(await function.InvokeAsync(The.CallWith(token)));

    private async Task<RunningFunction> StartAsync(JsonObject configuration)
    {
        var file = new TemporaryFile(configuration.ToJsonString());
        _files.Add(file);
        return await RunningFunction.StartAsync(await binaries.TokenAsync(), file.Path);
    }
}
