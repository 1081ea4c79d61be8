using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Tickets;

/// <summary>Tickets in memory, and somebody who verifies them under a stopped clock. A context has at most 256 bytes.</summary>
internal sealed class TicketTrial
{
    private readonly TicketVerifier _verifier;

    public TicketTrial(TimeSpan? skew = null)
    {
        var configuration = new AuthorizerConfiguration
        {
            Issuers = [],
            ClockSkew = skew ?? The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Credentials = RequiredCredentials.TicketAlone,
            Ticket = new TicketConfiguration(),
            MaxContextBytes = 256,
        };
        _verifier = new TicketVerifier(configuration, Tickets, Clock);
    }

    public StoppedClock Clock { get; } = new();

    public FakeTickets Tickets { get; } = new();

    public async Task<VerificationResult> VerifyAsync(
        ConnectTicket ticket, string? origin = null, string? address = null, double seconds = 10)
    {
        using var deadline = new Deadline(Clock, Clock.GetUtcNow().AddSeconds(seconds));
        return await _verifier.VerifyAsync(ticket, origin, address, deadline);
    }

    /// <summary>The principal's id, or the code of the rejection, of the obstacle or of the outage.</summary>
    public async Task<string> VerdictAsync(
        ConnectTicket ticket, string? origin = null, string? address = null, double seconds = 10)
    {
        try
        {
            VerificationResult result = await VerifyAsync(ticket, origin, address, seconds);
            return result.Succeeded ? result.Principal.Obstacle?.Code ?? result.Principal.Id : result.Rejection.Code;
        }
        catch (OutageException e)
        {
            return e.Code;
        }
    }
}
