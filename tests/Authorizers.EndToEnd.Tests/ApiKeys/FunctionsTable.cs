using System.Text.Json.Nodes;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.DynamoDb;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>A real table of API keys in an emulator, and functions that look there.</summary>
internal sealed class FunctionsTable : IAsyncDisposable
{
    public const string Name = "api-keys";

    /// <summary>Of the usage plan's key, which is no client's.</summary>
    public const string UsageKey = "standard-shop-0123456789";

    private readonly ConfiguredFunctions _functions = new("api-key");

    private FunctionsTable(DynamoDbEmulator emulator)
    {
        Emulator = emulator;
        Store = new ApiKeyStore(emulator.Client, Name);
    }

    public DynamoDbEmulator Emulator { get; }

    public ApiKeyStore Store { get; }

    public static async Task<FunctionsTable> CreateAsync(NodePackages packages)
    {
        var table = new FunctionsTable(await DynamoDbEmulator.StartAsync(packages));
        Assert.False(
            await TableCreation.CreateAsync(table.Emulator.Client, Name, TimeProvider.System, CancellationToken.None),
            "The emulator has learnt to expire items.");
        return table;
    }

    /// <summary>A new key with a record that is good today, unless it is changed.</summary>
    public async Task<ApiKey> AddAsync(Func<ApiKeyRecord, ApiKeyRecord>? change = null)
    {
        var key = ApiKey.Create(ApiKey.DefaultPrefix);
        await Store.AddAsync(change?.Invoke(RecordOf(key)) ?? RecordOf(key), CancellationToken.None);
        return key;
    }

    public static ApiKeyRecord RecordOf(ApiKey key) => new()
    {
        Id = key.Id,
        Digest = ApiKeyDigests.Plain.Of(key, null),
        Principal = "shop",
        Scopes = ["orders:read"],
        UsageIdentifierKey = UsageKey,
        Created = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Keys alone, no answer kept by API Gateway.</summary>
    public JsonObject Configuration(params (string Name, JsonNode Value)[] apiKey)
    {
        JsonObject configuration = Configuration(Name, Emulator.Address);
        foreach ((string name, JsonNode value) in apiKey)
        {
            configuration["apiKey"]![name] = value;
        }

        return configuration;
    }

    public static JsonObject Configuration(string table, string endpoint) => new()
    {
        ["apiKey"] = new JsonObject { ["table"] = table, ["endpoint"] = endpoint },
        ["resultTtl"] = 0,
        ["routes"] = new JsonArray(
            new JsonObject { ["route"] = "GET /orders/{id}", ["scopes"] = new JsonArray("orders:read") },
            new JsonObject { ["route"] = "DELETE /orders/{id}", ["scopes"] = new JsonArray("orders:write") }),
    };

    public Task<RunningFunction> StartAsync(
        PublishedBinaries binaries, JsonObject? configuration = null, params (string Name, string Value)[] more) =>
        _functions.StartAsync(binaries, configuration ?? Configuration(), more);

    public async ValueTask DisposeAsync()
    {
        _functions.Dispose();
        await Emulator.DisposeAsync();
    }
}
