using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Tickets;

/// <summary>Records of tickets in memory. It counts who asks, gives each record once, and answers when it is let.</summary>
internal sealed class FakeTickets : ITickets
{
    private readonly Dictionary<string, TicketRecord> _records = new(StringComparer.Ordinal);

    /// <summary>The ids that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public int Prepared { get; private set; }

    /// <summary>Set by a test: what an answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Set by a test: what every question ends in.</summary>
    public Exception? Failure { get; set; }

    /// <summary>A ticket with a record, good for a minute, for no page and any address unless that is changed.</summary>
    public ConnectTicket Issue(Func<TicketRecord, TicketRecord>? change = null)
    {
        var ticket = ConnectTicket.Create();
        var record = new TicketRecord
        {
            Id = ticket.Id,
            Principal = "alice",
            Expires = The.Moment.AddMinutes(1),
            SessionExpires = The.Moment.AddHours(1),
            Created = The.Moment,
        };
        _records[ticket.Id] = change?.Invoke(record) ?? record;
        return ticket;
    }

    public Task PrepareAsync(Deadline deadline)
    {
        Prepared++;
        return Task.CompletedTask;
    }

    public async Task<TicketRecord?> TakeAsync(string id, CancellationToken cancel)
    {
        Asked.Add(id);
        await Gate.WaitAsync(cancel);
        return Failure is null ? _records.Remove(id, out TicketRecord? record) ? record : null : throw Failure;
    }
}
