using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;
using Authorizers.EndToEnd.Tests.ApiKeys;

namespace Authorizers.EndToEnd.Tests.Tickets;

/// <summary>A table of tickets in the emulator, the command line that issues them and the function that takes them.</summary>
internal sealed class TicketsTable(OperatorsTable table, DynamoDbEmulator emulator, SetClock clock)
{
    public string Name => table.Name;

    public static async Task<TicketsTable> CreateAsync(KeysFixture fixture, SetClock clock) =>
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
