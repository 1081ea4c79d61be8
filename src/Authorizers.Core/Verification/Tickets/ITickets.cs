namespace Authorizers.Core.Verification.Tickets;

/// <summary>Where the records of connect tickets are.</summary>
public interface ITickets
{
    /// <summary>Makes ready during INIT what can be; what fails is a warning.</summary>
    Task PrepareAsync(Deadline deadline);

    /// <summary>
    /// Takes the record of that id away, so that of all who ask for it one gets it; null when there is none, or no more.
    /// </summary>
    /// <exception cref="OutageException">The records are out of reach, this one is broken, or nobody knows who got it.</exception>
    Task<TicketRecord?> TakeAsync(string id, CancellationToken cancel);
}
