using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>The binary against a real table.</summary>
public sealed class ApiKeyTableTests(PublishedBinaries binaries, NodePackages packages)
{
    [Fact]
    public async Task A_key_on_record_is_allowed_and_metered_by_the_usage_plans_key()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey key = await table.AddAsync();
        await using RunningFunction function = await table.StartAsync(binaries);

        Assert.Equal($"shop allowed {FunctionsTable.UsageKey}", await function.AskAsync(KeyCall.Event(key.Reveal())));

        WrittenText written = await function.StopAsync();
        Assert.Contains($"\"apiKey\":\"{key.Id}\"", written.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Reveal(), written.ToString(), StringComparison.Ordinal);
        Assert.Contains("an API key suffices", written.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_refusal_has_its_code()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        string good = (await table.AddAsync()).Reveal();
        (string Code, string Call)[] calls =
        [
            ("key_not_found", KeyCall.Event(ApiKey.Create("gla").Reveal())),
            ("key_secret_mismatch", KeyCall.Event((await table.AddAsync(record => record with { Digest = new byte[32] })).Reveal())),
            ("key_checksum", KeyCall.Event(good[..^1] + (good[^1] == '0' ? '1' : '0'))),
            ("key_malformed", KeyCall.Event("hunter2")),
            ("key_disabled", KeyCall.Event((await table.AddAsync(record => record with { IsActive = false })).Reveal())),
            ("key_expired", KeyCall.Event((await table.AddAsync(record => record with { Expires = Past })).Reveal())),
            ("key_not_yet_valid", KeyCall.Event((await table.AddAsync(record => record with { NotBefore = Future })).Reveal())),
            ("credential_missing", KeyCall.Event(null)),
        ];
        await using RunningFunction function = await table.StartAsync(binaries);
        foreach ((_, string call) in calls)
        {
            Assert.Equal("Unauthorized", await function.AskAsync(call));
        }

        Assert.Equal(calls.Select(call => call.Code), (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_key_is_held_to_its_routes_and_addresses()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey elsewhere = await table.AddAsync(record => record with { Routes = ["DELETE /orders/{id}"] });
        ApiKey office = await table.AddAsync(record => record with { Cidrs = ["203.0.113.0/24"] });
        await using RunningFunction function = await table.StartAsync(binaries);

        Assert.Equal("shop refused", await function.AskAsync(KeyCall.Event(elsewhere.Reveal())));
        Assert.Equal($"shop allowed {FunctionsTable.UsageKey}", await function.AskAsync(KeyCall.Event(office.Reveal())));
        Assert.Equal("shop refused", await function.AskAsync(KeyCall.Event(office.Reveal(), address: "198.51.100.1")));
        Assert.Equal(["key_route", null, "key_address"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_where_nothing_is_kept()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey key = await table.AddAsync();
        await using RunningFunction function = await table.StartAsync(
            binaries, table.Configuration(("cacheFor", 0), ("cacheUnknownFor", 0)));
        Assert.Equal($"shop allowed {FunctionsTable.UsageKey}", await function.AskAsync(KeyCall.Event(key.Reveal())));

        await table.Store.ReplaceAsync(FunctionsTable.RecordOf(key) with { IsActive = false }, CancellationToken.None);

        Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(key.Reveal())));
    }

    [Fact]
    public async Task A_pepper_may_come_from_a_file()
    {
        const string Pepper = "worthless pepper of thirty-two letters";
        using var mounted = new TemporaryFile($"{Pepper}\n");
        var digests = new ApiKeyDigests(new Dictionary<string, string> { ["1"] = Pepper }, "1", takesPlain: false);
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        var key = ApiKey.Create("gla");
        await table.Store.AddAsync(
            FunctionsTable.RecordOf(key) with { Pepper = "1", Digest = digests.Of(key, "1") }, CancellationToken.None);
        JsonObject configuration = table.Configuration(("peppers", new JsonObject { ["1"] = "${KEY_PEPPER}" }));
        await using RunningFunction function = await table.StartAsync(
            binaries, configuration, ("KEY_PEPPER_FILE", mounted.Path));

        Assert.Equal($"shop allowed {FunctionsTable.UsageKey}", await function.AskAsync(KeyCall.Event(key.Reveal())));
    }

    [Theory]
    [InlineData("owner", "unknown")]
    [InlineData("principal", "missing")]
    [InlineData("status", "malformed")]
    public async Task A_broken_item_is_an_outage_that_names_the_key_and_the_attribute(string attribute, string fault)
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey key = await table.AddAsync();
        await table.Emulator.Client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = FunctionsTable.Name,
                Key = new() { ["id"] = new AttributeValue { S = key.Id } },
                AttributeUpdates = new()
                {
                    [attribute] = fault == "missing"
                        ? new AttributeValueUpdate { Action = "DELETE" }
                        : new AttributeValueUpdate { Action = "PUT", Value = new AttributeValue { S = "spoilt" } },
                },
            },
            TestContext.Current.CancellationToken);
        await using RunningFunction function = await table.StartAsync(binaries);

        Assert.Equal("Outage", await function.AskAsync(KeyCall.Event(key.Reveal())));

        WrittenText written = await function.StopAsync();
        Assert.Equal(["record_invalid"], written.Codes);
        Assert.Matches($"record_invalid.*{key.Id}.*{attribute}", written.Errors);
        Assert.DoesNotContain("spoilt", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_outage()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries, table.Configuration(("table", "no-such-table")));

        Assert.Equal("Outage", await function.AskAsync(KeyCall.Event(ApiKey.Create("gla").Reveal())));
        Assert.Contains("ResourceNotFoundException", (await function.StopAsync()).Errors, StringComparison.Ordinal);
    }

    private static DateTimeOffset Past { get; } = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);

    private static DateTimeOffset Future { get; } = DateTimeOffset.FromUnixTimeSeconds(4_102_444_800);
}
