using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A DynamoDB emulator (npm/table.mjs) on a loopback port, without tables at first.</summary>
internal sealed class DynamoDbEmulator : IAsyncDisposable
{
    private readonly ObedientScript _script;

    private DynamoDbEmulator(ObedientScript script)
    {
        _script = script;
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials(AccessKey, SecretKey),
            new AmazonDynamoDBConfig { ServiceURL = script.Address, AuthenticationRegion = Region, MaxErrorRetry = 0 });
    }

    public static string Region => "eu-west-1";

    /// <summary>As good as any: the emulator checks no signature.</summary>
    public static string AccessKey => "AKIDWORTHLESS";

    public static string SecretKey => "worthless";

    /// <summary>The variables that Lambda would set for a function's role.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = Region,
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
    };

    public string Address => _script.Address;

    public IAmazonDynamoDB Client { get; }

    public static async Task<DynamoDbEmulator> StartAsync(NodePackages packages) =>
        new(await ObedientScript.StartAsync(packages, "table.mjs"));

    /// <summary>How often GetItem was called since the last time this was asked.</summary>
    public async Task<int> AskedAsync() => int.Parse(await _script.CommandAsync("asked"), CultureInfo.InvariantCulture);

    /// <summary>Stops listening, so that connections are refused, until <see cref="OpenAsync"/>.</summary>
    public Task CloseAsync() => _script.CommandAsync("close");

    /// <summary>Listens again, on the same port and with the same tables.</summary>
    public Task OpenAsync() => _script.CommandAsync("open");

    /// <summary>Answers after a second, until <see cref="HurryAsync"/>.</summary>
    public Task DawdleAsync() => _script.CommandAsync("slow");

    /// <summary>Answers at once.</summary>
    public Task HurryAsync() => _script.CommandAsync("fast");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _script.DisposeAsync();
    }
}
