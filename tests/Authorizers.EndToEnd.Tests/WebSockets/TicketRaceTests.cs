namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>Many ask for one ticket at the same time, in several processes with several loops each.</summary>
public sealed class TicketRaceTests(PublishedBinaries binaries, NodePackages packages)
{
    private const int Rounds = 5;
    private const int Attempts = 200;
    private const int Processes = 4;
    private const int Loops = 4;

    [Fact]
    public async Task Of_200_attempts_at_a_time_one_connects_and_the_others_find_no_ticket()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        RunningFunction[] functions = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ =>
            table.StartAsync(binaries, more: ("AWS_LAMBDA_MAX_CONCURRENCY", $"{Loops}"))));
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                string call = ConnectCall.WithTicket(await table.IssueAsync());
                string[] verdicts = await Task.WhenAll(Enumerable.Range(0, Attempts).Select(async attempt =>
                    Verdict.Of(await functions[attempt % Processes].InvokeAsync(call))));

                Assert.Single(verdicts, "alice allowed");
                Assert.Equal(Attempts - 1, verdicts.Count(verdict => verdict == "Unauthorized"));
            }

            WrittenText[] written = await Task.WhenAll(functions.Select(function => function.StopAsync()));
            string?[] codes = [.. written.SelectMany(text => text.Codes)];
            Assert.Equal(Rounds, codes.Count(code => code is null));
            Assert.Equal(Rounds * (Attempts - 1), codes.Count(code => code == "ticket_not_found"));
        }
        finally
        {
            foreach (RunningFunction function in functions)
            {
                await function.DisposeAsync();
            }
        }
    }
}
