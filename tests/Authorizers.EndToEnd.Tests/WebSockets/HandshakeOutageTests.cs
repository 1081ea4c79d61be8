using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The issuer fails while a page connects with a token that it offers as a subprotocol.</summary>
public sealed class HandshakeOutageTests(PublishedBinaries binaries, NodePackages packages)
{
    [Fact]
    public async Task A_token_of_an_unknown_key_is_an_outage_while_the_issuer_is_down()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        using var configuration = new TemporaryFile(ConfigurationTrusting(provider.Issuer).ToJsonString());
        await using RunningFunction function =
            await RunningFunction.StartAsync(await binaries.FunctionAsync("websocket"), configuration.Path);
        string known = await provider.TokenAsync("urn:orders:ES256");
        Assert.Equal("shop allowed", await AskAsync(function, known));

        await provider.RotateAsync();
        string unknown = await provider.TokenAsync("urn:orders:ES256");
        await provider.CloseAsync();
        Assert.Equal("Outage", await AskAsync(function, unknown));
        Assert.Equal("shop allowed", await AskAsync(function, known));

        await provider.OpenAsync();
        Assert.Equal("shop allowed", await Patience.FirstUnlikeAsync("Outage", () => AskAsync(function, unknown)));
        IReadOnlyList<string?> codes = (await function.StopAsync()).Codes;
        Assert.Equal([null, "issuer_unreachable", null], codes.Take(3));
        Assert.All(codes.Skip(3).SkipLast(1), code => Assert.Equal("issuer_unreachable", code));
    }

    private static async Task<string> AskAsync(RunningFunction function, string token) =>
        Verdict.Of(await function.InvokeAsync(ConnectCall.Offering(token)));

    private static JsonObject ConfigurationTrusting(string issuer)
    {
        JsonObject configuration = Some.ConfigurationTrusting(issuer)
            .WithIssuer("keyRefresh", new JsonObject { ["backOff"] = 1 });
        configuration["webSocket"] = new JsonObject { ["origins"] = new JsonArray(ConnectCall.Page) };
        configuration["routes"] = new JsonArray(
            new JsonObject { ["route"] = "$connect", ["scopes"] = new JsonArray("orders:read") });
        return configuration;
    }
}
