using System.Net;
using Authorizers.Core;
using Authorizers.DynamoDb;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>During INIT the table is asked for what is not there; what fails is a line for the operator, no more.</summary>
public sealed class TicketTablePreparationTests
{
    private readonly List<string> _lines = [];

    [Fact]
    public async Task A_table_that_answers_is_worth_no_line()
    {
        using var client = new ScriptedTable(Step.NotThere);

        await PrepareAsync(client);

        Assert.Empty(_lines);
        Assert.Equal("-", Assert.Single(client.Deletes).Key["id"].S);
    }

    [Fact]
    public async Task Nothing_can_have_been_taken_by_an_attempt_whose_answer_was_lost()
    {
        using var client = new ScriptedTable(Step.Fails(new HttpRequestException("Gone.")), Step.NotThere);

        await PrepareAsync(client);

        Assert.Empty(_lines);
    }

    [Fact]
    public async Task Who_is_refused_learns_it_before_the_first_handshake()
    {
        using var client = new ScriptedTable(Step.Answers(HttpStatusCode.BadRequest, "AccessDeniedException"));

        await PrepareAsync(client);

        Assert.Equal(["table_unreachable: The table tickets (here) answered AccessDeniedException."], _lines);
    }

    [Fact]
    public async Task Who_is_alone_learns_it_too()
    {
        using var client = new ScriptedTable(
            [.. Enumerable.Repeat(Step.Fails(new HttpRequestException("Connection refused. More of it.")), 3)]);

        await PrepareAsync(client);

        Assert.Equal(["table_unreachable: The table tickets (here) could not be asked: Connection refused."], _lines);
    }

    [Fact]
    public async Task A_table_that_is_slow_does_not_keep_the_function_from_starting()
    {
        using var client = new ScriptedTable();
        using var passed = new Deadline(TimeProvider.System, DateTimeOffset.UnixEpoch);

        await new TicketTable(client, "tickets", "here", _lines.Add).PrepareAsync(passed);

        Assert.Equal(["The table tickets (here) did not answer during INIT."], _lines);
    }

    private async Task PrepareAsync(ScriptedTable client)
    {
        using var deadline = new Deadline(TimeProvider.System, DateTimeOffset.MaxValue);
        await new TicketTable(client, "tickets", "here", _lines.Add).PrepareAsync(deadline);
    }
}
