using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;
using Authorizers.Integration;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>A real table of tickets in an emulator, a backend that issues them, and functions that take them.</summary>
internal sealed class TicketsTable : IAsyncDisposable
{
    public const string Name = "tickets";

    private readonly ConfiguredFunctions _functions = new("websocket");
    private readonly ConnectTickets _backend;
    private readonly TicketStore _store;

    private TicketsTable(DynamoDbEmulator emulator)
    {
        Emulator = emulator;
        _backend = new ConnectTickets(emulator.Client, Name);
        _store = new TicketStore(emulator.Client, Name);
    }

    public DynamoDbEmulator Emulator { get; }

    public static async Task<TicketsTable> CreateAsync(NodePackages packages)
    {
        var table = new TicketsTable(await DynamoDbEmulator.StartAsync(packages));
        await TableCreation.CreateAsync(table.Emulator.Client, Name, TimeProvider.System, CancellationToken.None);
        return table;
    }

    /// <summary>A new ticket of alice's, for the listed page unless it is changed.</summary>
    public async Task<string> IssueAsync(Func<TicketRequest, TicketRequest>? change = null)
    {
        var request = new TicketRequest
        {
            Principal = "alice",
            Origin = ConnectCall.Page,
            Scopes = ["orders:read"],
            Context = [new("tenant", "t-7")],
            Lifetime = TimeSpan.FromMinutes(5),
        };
        return (await _backend.IssueAsync(change?.Invoke(request) ?? request)).Ticket;
    }

    /// <summary>A ticket with a record that no backend would write.</summary>
    public async Task<string> WriteAsync(Func<TicketRecord, TicketRecord> change)
    {
        var ticket = ConnectTicket.Create();
        await _store.AddAsync(change(RecordOf(ticket)), CancellationToken.None);
        return ticket.Reveal();
    }

    /// <summary>A ticket with a record of which one attribute is replaced; null removes it.</summary>
    public async Task<string> WriteBrokenAsync(string attribute, AttributeValue? value)
    {
        string ticket = await IssueAsync();
        Dictionary<string, AttributeValue> item = (await ItemAsync(ticket))!;
        item.Remove(attribute);
        if (value is not null)
        {
            item.Add(attribute, value);
        }

        await Emulator.Client.PutItemAsync(new PutItemRequest { TableName = Name, Item = item });
        return ticket;
    }

    /// <summary>False for a ticket that was used up.</summary>
    public async Task<bool> HasAsync(string ticket) => await ItemAsync(ticket) is not null;

    /// <summary>Tickets, and tokens of the development issuer, from two pages.</summary>
    public JsonObject Configuration(string? endpoint = null) => new()
    {
        ["issuers"] = new JsonArray(new JsonObject
        {
            ["issuer"] = "https://issuer.example/",
            ["jwksFile"] = Repository.PathOf("events/keys/development.jwks.json"),
            ["audiences"] = new JsonArray("orders-api"),
        }),
        ["ticket"] = new JsonObject { ["table"] = Name, ["endpoint"] = endpoint ?? Emulator.Address },
        ["webSocket"] = new JsonObject { ["origins"] = new JsonArray(ConnectCall.Page, ConnectCall.OtherPage) },
        ["routes"] = new JsonArray(new JsonObject { ["route"] = "$connect", ["scopes"] = new JsonArray("orders:read") }),
    };

    public Task<RunningFunction> StartAsync(
        PublishedBinaries binaries, JsonObject? configuration = null, params (string Name, string Value)[] more) =>
        _functions.StartAsync(binaries, configuration ?? Configuration(), more);

    public async ValueTask DisposeAsync()
    {
        _functions.Dispose();
        await Emulator.DisposeAsync();
    }

    private static TicketRecord RecordOf(ConnectTicket ticket) => new()
    {
        Id = ticket.Id,
        Principal = "alice",
        Origin = ConnectCall.Page,
        Scopes = ["orders:read"],
        Expires = DateTimeOffset.FromUnixTimeSeconds(4102444800),
        SessionExpires = DateTimeOffset.FromUnixTimeSeconds(4102444800),
        Created = DateTimeOffset.UnixEpoch,
    };

    private async Task<Dictionary<string, AttributeValue>?> ItemAsync(string ticket)
    {
        Assert.True(ConnectTicket.TryRead(Encoding.ASCII.GetBytes(ticket), out ConnectTicket? read, out _));
        GetItemResponse answer = await Emulator.Client.GetItemAsync(new GetItemRequest
        {
            TableName = Name,
            Key = new() { ["id"] = new AttributeValue { S = read.Id } },
            ConsistentRead = true,
        });
        return answer.IsItemSet ? answer.Item : null;
    }
}
