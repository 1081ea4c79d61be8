using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.DynamoDb;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>A table of the emulator, and the command line that works on it.</summary>
internal sealed class OperatorsTable(DynamoDbEmulator emulator, SetClock clock, string name)
{
    public ApiKeyStore Store { get; } = new(emulator.Client, name);

    public string Name => name;

    public Task<KeysRun> RunAsync(params string[] args) => KeysRun.OfAsync(clock, Arguments(emulator.Address, args));

    /// <summary>The same with somebody before the screen.</summary>
    public Task<KeysRun> RunSeenAsync(params string[] args) =>
        KeysRun.OfAsync(clock, Arguments(emulator.Address, args), isSeen: true);

    /// <summary>The same through somebody.</summary>
    public Task<KeysRun> RunThroughAsync(Interloper interloper, params string[] args) =>
        KeysRun.OfAsync(clock, Arguments(interloper.Address, args));

    /// <summary>Puts an item there, whatever it is.</summary>
    public Task PutAsync(Dictionary<string, AttributeValue> item) =>
        emulator.Client.PutItemAsync(new PutItemRequest { TableName = name, Item = item });

    /// <summary>Stands between the command and this table's emulator.</summary>
    public Task<Interloper> InterfereAsync(Func<string, int, Task<Interference>> before) =>
        Interloper.StartAsync(emulator.Address, before);

    /// <summary>Makes a key of alice's, and returns it whole.</summary>
    public async Task<string> CreateAsync(params string[] args) =>
        Assert.Single((await RunAsync(["create", "--principal", "alice", .. args])).Succeeded().Lines);

    public async Task<ApiKeyRecord> RecordAsync(string id) =>
        await Store.GetAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no record {id}.");

    /// <summary>All that the table holds, letter for letter.</summary>
    public async Task<string> AllTextAsync()
    {
        ScanResponse all = await emulator.Client.ScanAsync(new ScanRequest { TableName = name });
        return string.Join('\n', all.Items.SelectMany(item => item.Select(attribute =>
            $"{attribute.Key} {attribute.Value.S} {attribute.Value.N} {Texts(attribute.Value)} {Bytes(attribute.Value)}")));
    }

    /// <summary>The options that lead to the table, by way of an address.</summary>
    public string[] Options(string address) =>
        ["--table", name, "--region", DynamoDbEmulator.Region, "--endpoint-url", address];

    public static string IdOf(string key) => key.Split('_')[1];

    public static ApiKeyRecord Read(string line) => ApiKeyRecordJson.Read(System.Text.Encoding.UTF8.GetBytes(line));

    public static string Text(string line, string member) => JsonElement.Parse(line).GetProperty(member).ToString();

    private static string Texts(AttributeValue value) => value.SS is { } texts ? string.Join(' ', texts) : "";

    private static string Bytes(AttributeValue value) =>
        value.B is { } bytes ? System.Text.Encoding.Latin1.GetString(bytes.ToArray()) : "";

    private string[] Arguments(string address, string[] args) => ["keys", .. args, .. Options(address)];
}
