using Amazon.DynamoDBv2;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>The table that a verb works on, and what the configuration says of its keys.</summary>
internal sealed class OpenTable : IDisposable
{
    private readonly AmazonDynamoDBClient _client;

    private OpenTable(AmazonDynamoDBClient client, string name, string place, AuthorizerConfiguration? configuration)
    {
        (_client, Name, Place, Configuration) = (client, name, place, configuration);
        Store = new ApiKeyStore(client, name);
    }

    public ApiKeyStore Store { get; }

    public string Name { get; }

    /// <summary>The endpoint that was named, or the region.</summary>
    public string Place { get; }

    /// <summary>Null when the table was named alone.</summary>
    public AuthorizerConfiguration? Configuration { get; }

    /// <summary>How secrets are stored here.</summary>
    public ApiKeyDigests Digests => Configuration?.ApiKey?.Digests ?? ApiKeyDigests.Plain;

    /// <summary>Null, and said so, when the command line or the configuration does not lead to a table.</summary>
    public static OpenTable? Find(Terminal terminal, TableArguments arguments)
    {
        AuthorizerConfiguration? configuration = null;
        if (arguments.Configuration is { } file)
        {
            configuration = ChosenConfiguration.Load(terminal, file);
            if (configuration is null)
            {
                return null;
            }
        }

        string? problem = ProblemOf(arguments, configuration);
        OpenTable? found = problem is null ? Open(arguments, configuration, out problem) : null;
        if (problem is not null)
        {
            terminal.Say(problem);
        }

        return found;
    }

    /// <summary>Creates the table; false when its expired items will stay.</summary>
    public Task<bool> CreateAsync(TimeProvider clock, CancellationToken cancel) =>
        TableCreation.CreateAsync(_client, Name, clock, cancel);

    /// <summary>The record; null, and said so, when there is none, or none that can be used.</summary>
    public async Task<ApiKeyRecord?> ReadAsync(Terminal terminal, string id, CancellationToken cancel)
    {
        try
        {
            ApiKeyRecord? record = await Store.GetAsync(id, cancel);
            if (record is null)
            {
                terminal.Say($"There is no API key {id} in the table {Name}.");
            }

            return record;
        }
        catch (RecordException e)
        {
            terminal.Say($"The record of API key {id} cannot be used: {KeyText.Readable(e.Message)}.");
            return null;
        }
    }

    /// <summary>A new key of the table, with the prefix that functions expect.</summary>
    public ApiKey CreateKey(string? prefix) =>
        ApiKey.Create(Configuration?.ApiKey?.Prefix ?? prefix ?? ApiKey.DefaultPrefix);

    /// <summary>Nothing here knows what the functions of the table expect.</summary>
    public void WarnWithoutConfiguration(Terminal terminal, string? prefix)
    {
        if (Configuration is null)
        {
            terminal.Say(
                $"Without --config the key begins with {prefix ?? ApiKey.DefaultPrefix} and its digest has no pepper: for a "
                + "function with another prefix it is no key, and one with peppers fails on its record unless it has "
                + "allowUnpeppered.");
        }
    }

    public void Dispose() => _client.Dispose();

    private static string? ProblemOf(TableArguments arguments, AuthorizerConfiguration? configuration) =>
        configuration is null ? null
        : configuration.ApiKey is null ? "The configuration has no apiKey: its function takes no API keys."
        : arguments.Table is null && configuration.ApiKey.Table is null
            ? "The configuration has a recordsFile and no table. Name the table with --table."
        : null;

    private static OpenTable? Open(TableArguments arguments, AuthorizerConfiguration? configuration, out string? problem)
    {
        TableConfiguration? settings = configuration?.ApiKey?.Table;
        string? region = TableRegion.Choose(
            arguments.Region, settings?.Region, arguments.Table ?? settings?.Name, Environment.GetEnvironmentVariable,
            () => OperatorClient.RegionOf(arguments.Profile, Environment.GetEnvironmentVariable));
        if (region is null)
        {
            problem = "Nobody says in which region the table is. Name it with --region, or set AWS_REGION.";
            return null;
        }

        Uri? endpoint = arguments.Endpoint ?? settings?.Endpoint;
        AmazonDynamoDBClient? client = OperatorClient.Create(arguments.Profile, region, endpoint);
        problem = client is null ? $"There is no profile {arguments.Profile} with credentials." : null;
        string place = endpoint?.GetLeftPart(UriPartial.Path) ?? region;
        return client is null ? null : new OpenTable(client, arguments.Table ?? settings!.Name, place, configuration);
    }
}
