using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Tickets;

public sealed class TicketFileTests
{
    [Fact]
    public async Task A_ticket_of_a_file_is_taken_once()
    {
        TicketFile file = Read(Line('a'), Line('b'));

        Assert.Equal("alice", (await TakeAsync(file, 'a'))?.Principal);
        Assert.Null(await TakeAsync(file, 'a'));
        Assert.Equal("alice", (await TakeAsync(file, 'b'))?.Principal);
        Assert.Null(await TakeAsync(file, 'c'));
    }

    [Fact]
    public async Task Of_64_threads_that_ask_for_a_ticket_at_once_one_gets_it()
    {
        const int Threads = 64;
        for (int round = 0; round < 20; round++)
        {
            TicketFile file = Read(Line('a'));
            using var start = new Barrier(Threads);
            int taken = 0;
            Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                if (file.TakeAsync(Id('a'), CancellationToken.None).Result is not null)
                {
                    Interlocked.Increment(ref taken);
                }
            }))];

            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());

            Assert.Equal(1, taken);
            Assert.Null(await TakeAsync(file, 'a'));
        }
    }

    [Fact]
    public void A_bad_line_is_told_by_its_number_and_what_is_wrong_with_it()
    {
        List<string> problems = [];

        TicketFile.Read(
            ["", Line('a'), "{}", "", "x", Line('a'), Line('b').Replace("alice", "a\\nb", StringComparison.Ordinal), " "],
            (line, problem) => problems.Add($"{line}: {problem}"));

        Assert.Equal(
            [
                "3: version is missing", "5: it is no JSON object", "6: its id stands in this file already",
                "7: principal is malformed", "8: it is no JSON object",
            ],
            problems);
    }

    [Fact]
    public async Task Of_two_records_with_one_id_the_first_stays()
    {
        var file = TicketFile.Read([Line('a'), Line('a').Replace("alice", "mallory", StringComparison.Ordinal)], (_, _) => { });

        Assert.Equal("alice", (await TakeAsync(file, 'a'))?.Principal);
        Assert.Null(await TakeAsync(file, 'a'));
    }

    [Fact]
    public async Task There_is_nothing_to_make_ready()
    {
        using Deadline deadline = Some.Deadline(new StoppedClock());
        TicketFile file = Read(Line('a'));

        await file.PrepareAsync(deadline);

        Assert.NotNull(await TakeAsync(file, 'a'));
    }

    private static Task<TicketRecord?> TakeAsync(TicketFile file, char letter) =>
        file.TakeAsync(Id(letter), CancellationToken.None);

    private static TicketFile Read(params string[] lines) =>
        TicketFile.Read(lines, (line, problem) => Assert.Fail($"{line}: {problem}"));

    private static string Id(char letter) => new(letter, 43);

    private static string Line(char letter) =>
        $$"""{"id":"{{Id(letter)}}","version":1,"principal":"alice","exp":4102444800,"sessionExp":4102444800,"created":0}""";
}
