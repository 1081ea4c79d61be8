using System.Text.Json.Nodes;
using Authorizers.Core.Credentials;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>A key of a real table beside a token of a real provider.</summary>
public sealed class BothCredentialsTests(PublishedBinaries binaries, NodePackages packages)
{
    [Fact]
    public async Task Both_are_needed_and_only_what_both_may_call_is_granted()
    {
        await using OpenIdProvider provider = await OpenIdProvider.StartAsync(packages);
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        string token = await provider.TokenAsync("urn:orders:ES256");
        string reader = (await table.AddAsync()).Reveal();
        string writer = (await table.AddAsync(record => record with { Scopes = ["orders:write"] })).Reveal();
        await using RunningFunction function = await table.StartAsync(binaries, Configuration(table, provider));

        Assert.Equal($"shop allowed {FunctionsTable.UsageKey}", await function.AskAsync(KeyCall.Event(reader, token: token)));
        Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(reader)));
        Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(null, token: token)));
        Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(
            reader, token: TokenText.SignedByAnotherKey(token, "ES256"))));
        Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(ApiKey.Create("gla").Reveal(), token: token)));

        // The token reads, this key writes: together they do neither.
        Assert.Equal("shop refused", await function.AskAsync(KeyCall.Event(writer, token: token)));
        Assert.Equal("shop refused", await function.AskAsync(KeyCall.Event(writer, "DELETE", token: token), "DELETE"));
        WrittenText written = await function.StopAsync();
        Assert.Equal(
            [null, "credential_missing", "credential_missing", "signature_invalid", "key_not_found", "key_route", "not_granted"],
            written.Codes);
        Assert.DoesNotContain("an API key suffices", written.Errors, StringComparison.Ordinal);
    }

    private static JsonObject Configuration(FunctionsTable table, OpenIdProvider provider)
    {
        JsonObject configuration = table.Configuration();
        configuration["credentials"] = new JsonObject { ["allOf"] = new JsonArray("apiKey", "bearer") };
        configuration["issuers"] = Some.ConfigurationTrusting(provider.Issuer)["issuers"]!.DeepClone();
        return configuration;
    }
}
