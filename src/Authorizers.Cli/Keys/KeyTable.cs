using Authorizers.Cli.Tables;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>A table of API keys, and what the configuration says of its keys.</summary>
internal sealed class KeyTable(OpenTable table)
{
    public ApiKeyStore Store { get; } = new(table.Client, table.Name);

    public string Name => table.Name;

    public string Place => table.Place;

    /// <summary>Null when the table was named alone.</summary>
    public AuthorizerConfiguration? Configuration => table.Configuration;

    /// <summary>How secrets are stored here.</summary>
    public ApiKeyDigests Digests => Configuration?.ApiKey?.Digests ?? ApiKeyDigests.Plain;

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
            terminal.Say($"The record of API key {id} cannot be used: {SecretText.Readable(e.Message)}.");
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
}
