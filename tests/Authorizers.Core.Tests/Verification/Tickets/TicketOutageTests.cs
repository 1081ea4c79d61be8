using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Verification.Tickets;

/// <summary>Who cannot ask for a ticket knows nothing of its holder: that is an outage, and no refusal.</summary>
public sealed class TicketOutageTests
{
    private readonly TicketTrial _trial = new();

    [Theory]
    [InlineData(1.999, false)]
    [InlineData(2, true)]
    public async Task A_table_that_is_slow_is_an_outage_after_two_seconds(double seconds, bool isOutage)
    {
        ConnectTicket ticket = _trial.Tickets.Issue();
        var gate = new TaskCompletionSource();
        _trial.Tickets.Gate = gate.Task;
        Task<string> waiting = _trial.VerdictAsync(ticket);

        _trial.Clock.Advance(TimeSpan.FromSeconds(seconds));
        gate.SetResult();

        Assert.Equal(isOutage ? "table_unreachable" : "alice", await waiting);
    }

    [Theory]
    [InlineData(1, 1, "deadline_exceeded")]
    [InlineData(1.999, 1.999, "deadline_exceeded")]
    [InlineData(3, 2, "table_unreachable")]
    public async Task Nobody_waits_beyond_the_invocations_deadline(double deadline, double waited, string code)
    {
        ConnectTicket ticket = _trial.Tickets.Issue();
        _trial.Tickets.Gate = new TaskCompletionSource().Task;
        Task<string> waiting = _trial.VerdictAsync(ticket, seconds: deadline);

        _trial.Clock.Advance(TimeSpan.FromSeconds(waited));

        Assert.Equal(code, await waiting);
    }

    [Fact]
    public async Task An_outage_names_the_table_and_not_the_ticket()
    {
        ConnectTicket ticket = _trial.Tickets.Issue();
        _trial.Tickets.Gate = new TaskCompletionSource().Task;
        Task waiting = _trial.VerifyAsync(ticket);

        _trial.Clock.Advance(TimeSpan.FromSeconds(2));

        OutageException outage = await Assert.ThrowsAsync<OutageException>(() => waiting);
        Assert.Equal("The table of tickets did not answer in time.", outage.Message);
    }

    [Fact]
    public async Task What_the_table_says_of_itself_is_told_as_it_is()
    {
        var failure = OutageException.TicketInvalid("exp is missing");
        _trial.Tickets.Failure = failure;

        Assert.Same(failure, await Assert.ThrowsAsync<OutageException>(() => _trial.VerifyAsync(ConnectTicket.Create())));
        Assert.Equal("record_invalid", failure.Code);
        Assert.Equal("The record of a ticket cannot be used: exp is missing.", failure.Message);
    }

    [Fact]
    public async Task It_is_asked_for_once_whatever_comes_of_it()
    {
        _trial.Tickets.Failure = OutageException.TableUnreachable("The table is gone.");

        Assert.Equal("table_unreachable", await _trial.VerdictAsync(ConnectTicket.Create()));
        Assert.Single(_trial.Tickets.Asked);
    }
}
