using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.Tickets;

/// <summary>
/// Verifies connect tickets by taking them: whoever presents one has used it up, also from a wrong place or too late. Then it was
/// not in its owner's hands alone.
/// </summary>
/// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
/// <param name="tickets">Asked once for each handshake.</param>
/// <param name="clock">For every time check and every timeout.</param>
public sealed class TicketVerifier(AuthorizerConfiguration configuration, ITickets tickets, TimeProvider clock)
{
    private const string Service = "the table of tickets";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Makes ready during INIT what can be.</summary>
    /// <param name="deadline">When INIT must be over.</param>
    public Task PrepareAsync(Deadline deadline) => tickets.PrepareAsync(deadline);

    /// <summary>Whom the ticket was issued to, or the first check that failed.</summary>
    /// <param name="ticket">As presented.</param>
    /// <param name="origin">Of the page that connects; null when there is none.</param>
    /// <param name="address">The caller's; null where it is not known.</param>
    /// <param name="deadline">When there must be an answer.</param>
    /// <exception cref="OutageException">The records cannot be asked, or the ticket's is broken.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(
        ConnectTicket ticket, string? origin, string? address, Deadline deadline)
    {
        var evidence = new Evidence(null, null, KeysFetched: true);
        TicketRecord? record = await TakeAsync(ticket, deadline);
        return record is null ? new VerificationResult(Rejection.TicketNotFound, evidence)
            : IsOver(record) ? new VerificationResult(Rejection.TicketExpired, evidence)
            : new VerificationResult(Holder(record, origin, address), evidence);
    }

    /// <summary>No session begins after its end. No clock skew: who made the record can read our clock.</summary>
    private bool IsOver(TicketRecord record)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return now >= record.Expires || now >= record.SessionExpires;
    }

    private async Task<TicketRecord?> TakeAsync(ConnectTicket ticket, Deadline deadline)
    {
        using var patience = new CancellationTokenSource(RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, deadline.Token);
        try
        {
            return await tickets.TakeAsync(ticket.Id, either.Token);
        }
        catch (OperationCanceledException e)
        {
            throw patience.IsCancellationRequested
                ? OutageException.TableUnreachable("The table of tickets did not answer in time.", e)
                : OutageException.DeadlineExceeded(Service, e);
        }
    }

    private Principal Holder(TicketRecord record, string? origin, string? address)
    {
        bool fits = ContextJson.Fits(record.Context, configuration.MaxContextBytes);
        return new Principal
        {
            Id = record.Principal,
            Scopes = record.Scopes,
            Groups = record.Groups,
            Context = fits ? record.Context : [],
            Expires = record.SessionExpires < DateTimeOffset.MaxValue - configuration.ClockSkew
                ? record.SessionExpires + configuration.ClockSkew
                : null,
            Obstacle = record.Origin != origin ? Rejection.TicketOrigin
                : !MayBeUsedFrom(address, record) ? Rejection.TicketAddress
                : fits ? null
                : Rejection.ContextTooLarge,
        };
    }

    private static bool MayBeUsedFrom(string? address, TicketRecord record) =>
        record.Address is null
        || (NetworkAddress.TryParse(record.Address, out NetworkAddress bound)
            && NetworkAddress.TryParse(address, out NetworkAddress presented)
            && presented == bound);
}
