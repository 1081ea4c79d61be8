using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The binary while a certified provider rotates its keys, dies and comes back.</summary>
public sealed class KeyLifeTests(PublishedBinaries binaries, NodePackages packages) : IDisposable
{
    private const int Loops = 8;
    private const int Rotations = 4;
    private const int CallsBetween = 10;

    private readonly List<TemporaryFile> _files = [];

    public void Dispose() => _files.ForEach(file => file.Dispose());

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task No_genuine_token_is_refused_though_keys_rotate_under_load(string algorithm)
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(
            provider.Issuer, new JsonObject { ["unknownKeyInterval"] = 0, ["unknownKeyBurst"] = 10 });
        string resource = $"urn:orders:{algorithm}";
        using var over = new CancellationTokenSource();
        Task<IReadOnlyList<string>>[] load =
            [.. Enumerable.Range(1, Loops - 1).Select(_ => CallAsync(function, provider, resource, over.Token))];

        HashSet<string> keyIds = new(StringComparer.Ordinal);
        for (int call = 0; call < (Rotations + 1) * CallsBetween; call++)
        {
            if (call % CallsBetween == 0 && call > 0)
            {
                await provider.FollowAsync();
            }

            string token = await provider.TokenAsync(resource);
            Assert.Equal("shop allowed", Verdict.Of(await function.InvokeAsync(The.CallWith(token))));
            keyIds.Add(TokenText.KeyId(token));
        }

        await over.CancelAsync();
        Assert.All((await Task.WhenAll(load)).SelectMany(verdicts => verdicts), verdict => Assert.Equal("shop allowed", verdict));
        Assert.Equal(Rotations + 1, keyIds.Count);
        Assert.Equal(Rotations + 1, await provider.AskedAsync());
    }

    [Fact]
    public async Task While_the_provider_is_stopped_known_tokens_pass_until_the_keys_are_too_old_and_it_is_back_with_one_fetch()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using RunningFunction function = await StartAsync(
            provider.Issuer,
            new JsonObject { ["refreshAfter"] = 1, ["staleLimit"] = 5, ["backOff"] = 1, ["backOffLimit"] = 2 });
        string token = The.CallWith(await provider.TokenAsync("urn:orders:ES256"));
        async Task<string> CallAsync() => Verdict.Of(await function.InvokeAsync(token));
        Assert.Equal("shop allowed", await CallAsync());

        await provider.CloseAsync();
        Assert.Equal("shop allowed", await CallAsync());
        Assert.Equal("Outage", await Patience.FirstUnlikeAsync("shop allowed", CallAsync));

        await provider.AskedAsync();
        await provider.OpenAsync();
        Assert.Equal("shop allowed", await Patience.FirstUnlikeAsync("Outage", CallAsync));
        Assert.Equal(1, await provider.AskedAsync());
        Assert.Equal(["issuer_unreachable"], (await function.StopAsync()).Codes.Distinct());
    }

    /// <summary>Writes no records of what is allowed: there are many.</summary>
    private async Task<RunningFunction> StartAsync(string issuer, JsonObject keyRefresh)
    {
        var file = new TemporaryFile(Some.ConfigurationTrusting(issuer).WithIssuer("keyRefresh", keyRefresh).ToJsonString());
        _files.Add(file);
        return await RunningFunction.StartAsync(
            await binaries.TokenAsync(),
            new Dictionary<string, string>
            {
                ["AUTHORIZER_CONFIG"] = file.Path,
                ["AWS_LAMBDA_LOG_LEVEL"] = "WARN",
                ["AWS_LAMBDA_MAX_CONCURRENCY"] = $"{Loops}",
            });
    }

    /// <summary>Gets token after token and calls with each.</summary>
    private static async Task<IReadOnlyList<string>> CallAsync(
        RunningFunction function, OpenIdProvider provider, string resource, CancellationToken over)
    {
        List<string> verdicts = [];
        while (!over.IsCancellationRequested)
        {
            verdicts.Add(Verdict.Of(await function.InvokeAsync(The.CallWith(await provider.TokenAsync(resource)))));
        }

        return verdicts;
    }
}
