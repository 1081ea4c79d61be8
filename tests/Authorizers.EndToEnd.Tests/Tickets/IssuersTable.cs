using System.Text;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;
using Authorizers.EndToEnd.Tests.ApiKeys;
using Authorizers.EndToEnd.Tests.WebSockets;

namespace Authorizers.EndToEnd.Tests.Tickets;

/// <summary>A table of the emulator, the command line that issues tickets from it, and what a function does with them.</summary>
internal sealed class IssuersTable(OperatorsTable table, DynamoDbEmulator emulator, SetClock clock)
{
    public string Name => table.Name;

    /// <summary>Of a function that takes tickets from here.</summary>
    public string Configuration => new JsonObject
    {
        ["ticket"] = new JsonObject
        {
            ["table"] = Name,
            ["region"] = DynamoDbEmulator.Region,
            ["endpoint"] = emulator.Address,
        },
        ["webSocket"] = new JsonObject { ["origins"] = new JsonArray(ConnectCall.Page) },
        ["routes"] = new JsonArray(new JsonObject { ["route"] = "$connect", ["scopes"] = new JsonArray("orders:read") }),
    }.ToJsonString();

    public static async Task<IssuersTable> CreateAsync(KeysFixture fixture, SetClock clock) =>
        new(await fixture.TableAsync(clock), fixture.Emulator, clock);

    public Task<KeysRun> RunAsync(params string[] args) => RunAtAsync(emulator.Address, args);

    /// <summary>The same by way of another address.</summary>
    public Task<KeysRun> RunAtAsync(string address, params string[] args) =>
        KeysRun.OfAsync(clock, ["ticket", .. args, .. table.Options(address)]);

    /// <summary>Issues a ticket to alice, and returns it.</summary>
    public async Task<string> IssueAsync(params string[] args) =>
        Assert.Single((await RunAsync(["issue", "--principal", "alice", .. args])).Succeeded().Lines);

    /// <summary>Takes the ticket as a function does; null when there is none, or no more.</summary>
    public async Task<TicketRecord?> TakeAsync(string text)
    {
        Assert.True(ConnectTicket.TryRead(Encoding.ASCII.GetBytes(text), out ConnectTicket? ticket, out _));
        TicketTable tickets = TableClient.OpenTickets(
            new TableConfiguration(Name, DynamoDbEmulator.Region, new Uri(emulator.Address)),
            name => DynamoDbEmulator.Variables.GetValueOrDefault(name),
            null,
            Assert.Fail);
        return await tickets.TakeAsync(ticket.Id, CancellationToken.None);
    }

    public Task<string> AllTextAsync() => table.AllTextAsync();

    public Task<Interloper> InterfereAsync(Interference onFirstWrite) => table.InterfereAsync((operation, count) =>
        Task.FromResult(operation == "PutItem" && count == 1 ? onFirstWrite : Interference.None));
}
