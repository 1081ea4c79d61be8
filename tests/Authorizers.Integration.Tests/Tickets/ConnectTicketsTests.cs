using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;

namespace Authorizers.Integration.Tests.Tickets;

public sealed class ConnectTicketsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, 900, TimeSpan.Zero);

    private static readonly DateTimeOffset Second = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly TicketRequest Full = new()
    {
        Principal = "alice",
        Origin = "https://app.example",
        Address = "203.0.113.9",
        Scopes = ["orders:read", "orders:write"],
        Groups = ["clerks"],
        Context = [new("tenant", "t-7"), new("level", 3L), new("rate", 0.25), new("beta", true)],
        SessionExpires = Second.AddHours(1),
        Lifetime = TimeSpan.FromSeconds(45),
    };

    private readonly MemoryTable _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public async Task What_is_issued_is_what_the_authorizer_takes()
    {
        IssuedTicket issued = await IssueAsync(Full);

        TicketRecord? taken = await TakeAsync(issued);

        Assert.NotNull(taken);
        Assert.Equal(
            (Full.Principal, Full.Origin, Full.Address, Full.SessionExpires, Second, issued.Expires),
            (taken.Principal, taken.Origin, taken.Address, taken.SessionExpires, taken.Created, taken.Expires));
        Assert.Equal(Full.Scopes, taken.Scopes);
        Assert.Equal(Full.Groups, taken.Groups);
        Assert.Equal(Full.Context, taken.Context);
        Assert.Null(await TakeAsync(issued));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_not_there_and_a_session_is_as_long_as_a_connection_can_be()
    {
        IssuedTicket issued = await IssueAsync(new TicketRequest { Principal = "alice" });

        TicketRecord? taken = await TakeAsync(issued);

        Assert.Equal((null, null), (taken?.Origin, taken?.Address));
        Assert.Equal((0, 0, 0), (taken?.Scopes.Count, taken?.Groups.Count, taken?.Context.Count));
        Assert.Equal(Second.AddHours(2), taken?.SessionExpires);
        Assert.Equal(Second.AddSeconds(30), taken?.Expires);
        Assert.Equal(["created", "exp", "id", "principal", "sessionExp", "version"], Item.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_ticket_ends_with_a_whole_second_not_after_the_time_that_was_asked_for()
    {
        IssuedTicket issued = await IssueAsync(Full);

        Assert.Equal(Second.AddSeconds(45), issued.Expires);
        Assert.Equal("1795176045", Item["exp"].N);
    }

    [Fact]
    public async Task It_is_written_by_one_put_into_the_table_that_was_named()
    {
        await IssueAsync(Full);

        PutItemRequest request = Assert.Single(_table.Puts);
        Assert.Equal("tickets", request.TableName);
        Assert.Null(request.ConditionExpression);
        Assert.Equal(["orders:read", "orders:write"], request.Item["scopes"].SS);
        Assert.Equal("t-7", request.Item["context"].M["tenant"].S);
        Assert.Equal("0.25", request.Item["context"].M["rate"].N);
    }

    /// <summary>Whoever reads the table, a backup of it or a log of requests must not be able to connect.</summary>
    [Fact]
    public async Task The_ticket_itself_is_not_written()
    {
        IssuedTicket issued = await IssueAsync(Full);

        Assert.True(ConnectTicket.TryRead(Encoding.UTF8.GetBytes(issued.Ticket), out ConnectTicket? ticket, out _));
        Assert.Equal(ticket.Id, Item["id"].S);
        string secret = issued.Ticket[ConnectTicket.Prefix.Length..];
        string written = string.Join(' ', Item.SelectMany(attribute => Texts(attribute.Value)));
        Assert.Contains("alice", written, StringComparison.Ordinal);
        Assert.All(
            Enumerable.Range(0, secret.Length - 7),
            at => Assert.DoesNotContain(secret[at..(at + 8)], written, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_is_another()
    {
        List<string> tickets = [];
        for (int i = 0; i < 100; i++)
        {
            tickets.Add((await IssueAsync(Full)).Ticket);
        }

        Assert.Distinct(tickets);
        Assert.Distinct(_table.Puts.Select(request => request.Item["id"].S));
    }

    /// <summary>Tokens name a scope twice at times, and DynamoDB takes no set that does.</summary>
    [Fact]
    public async Task A_scope_or_group_that_is_named_twice_is_written_once()
    {
        await IssueAsync(Full with { Scopes = ["a", "b", "a", "A"], Groups = ["g", "G", "g"] });

        Assert.Equal(["a", "b", "A"], Item["scopes"].SS);
        Assert.Equal(["g", "G"], Item["groups"].SS);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task A_ticket_lives_for_a_second_to_five_minutes(int seconds)
    {
        IssuedTicket issued = await IssueAsync(Full with { Lifetime = TimeSpan.FromSeconds(seconds) });

        Assert.Equal(Second.AddSeconds(seconds), issued.Expires);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(45, 45)]
    [InlineData(46, 45)]
    public async Task A_ticket_does_not_outlive_the_session(int session, int ticket)
    {
        IssuedTicket issued = await IssueAsync(Full with { SessionExpires = Second.AddSeconds(session) });

        Assert.Equal(Second.AddSeconds(ticket), issued.Expires);
    }

    [Fact]
    public async Task A_session_may_end_at_any_moment_that_has_not_come()
    {
        Assert.NotNull(await IssueAsync(Full with { SessionExpires = Now.AddTicks(1) }));
        Assert.NotNull(await TakeAsync(await IssueAsync(Full with { SessionExpires = DateTimeOffset.MaxValue })));
    }

    [Fact]
    public async Task What_the_table_says_is_told_as_it_is()
    {
        _table.Failure = new AmazonDynamoDBException("The table is gone.");

        Assert.Same(
            _table.Failure, await Assert.ThrowsAsync<AmazonDynamoDBException>(() => IssueAsync(Full)));
    }

    [Fact]
    public async Task Who_gives_up_waiting_gets_no_ticket()
    {
        var tickets = new ConnectTickets(_table, "tickets", new FixedClock(Now));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => tickets.IssueAsync(Full, new CancellationToken(canceled: true)));
        Assert.Empty(_table.Puts);
    }

    [Fact]
    public async Task Nothing_prints_what_is_asked_for_or_issued()
    {
        Assert.Equal("TicketRequest", $"{Full}");
        Assert.Equal("IssuedTicket", $"{await IssueAsync(Full)}");
    }

    private Dictionary<string, AttributeValue> Item => _table.Puts[^1].Item;

    private Task<IssuedTicket> IssueAsync(TicketRequest request) =>
        new ConnectTickets(_table, "tickets", new FixedClock(Now)).IssueAsync(request, CancellationToken.None);

    private Task<TicketRecord?> TakeAsync(IssuedTicket issued)
    {
        Assert.True(ConnectTicket.TryRead(Encoding.UTF8.GetBytes(issued.Ticket), out ConnectTicket? ticket, out _));
        return new TicketTable(_table, "tickets", "here", Assert.Fail).TakeAsync(ticket.Id, CancellationToken.None);
    }

    private static IEnumerable<string> Texts(AttributeValue value) =>
    [
        value.S ?? "", value.N ?? "", .. value.SS ?? [],
        .. value.M?.SelectMany(pair => Texts(pair.Value).Append(pair.Key)) ?? [],
    ];
}
