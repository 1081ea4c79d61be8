using Amazon.DynamoDBv2.Model;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyListTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task All_pages_are_listed()
    {
        OperatorsTable table = await LargeTableAsync();
        await using Interloper wire = await table.InterfereAsync((_, _) => Task.FromResult(Interference.None));

        KeysRun run = (await table.RunThroughAsync(wire, "list", "--json")).Succeeded();

        Assert.Equal(
            Enumerable.Range(0, 15).Select(number => $"{number:D12}"),
            run.Lines.Select(line => OperatorsTable.Text(line, "id")).Order());
        Assert.Equal(2, wire.Count("Scan"));
    }

    [Fact]
    public async Task A_limit_ends_the_list_and_says_that_there_is_more()
    {
        OperatorsTable table = await LargeTableAsync();

        KeysRun people = (await table.RunAsync("list", "--limit", "3")).Succeeded();
        KeysRun exact = (await table.RunAsync("list", "--limit", "15")).Succeeded();
        KeysRun program = (await table.RunAsync("list", "--limit", "3", "--json")).Succeeded();

        Assert.Equal((4, 16, 3), (people.Lines.Length, exact.Lines.Length, program.Lines.Length));
        Assert.StartsWith("There are more than these 3:", people.Talk);
        Assert.Equal(("", ""), (exact.Talk, program.Talk));
    }

    [Fact]
    public async Task A_status_is_what_a_function_would_say_now()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string[] ids =
        [
            OperatorsTable.IdOf(await table.CreateAsync()), OperatorsTable.IdOf(await table.CreateAsync("--expires", "1d")),
            OperatorsTable.IdOf(await table.CreateAsync("--not-before", "2d")), OperatorsTable.IdOf(await table.CreateAsync()),
        ];
        await table.RunAsync("revoke", ids[3]);
        _clock.Now = _clock.Now.AddDays(1);

        KeysRun run = (await table.RunAsync("list")).Succeeded();

        Assert.Equal("  id            principal  plan  status    expires               replaced by", run.Lines[0]);
        Assert.Equal(
            ["active    never", "expired   2026-11-21T12:00:00Z", "not yet   never", "disabled  never"],
            ids.Select(id => run.Lines.Single(line => line.Contains(id))[33..]));
    }

    [Fact]
    public async Task A_list_of_one_principal_or_plan_has_no_other()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string gold = OperatorsTable.IdOf(await table.CreateAsync("--plan", "gold"));
        await table.CreateAsync("--plan", "tin");
        await table.RunAsync("create", "--principal", "bob", "--plan", "gold");

        KeysRun run = (await table.RunAsync("list", "--principal", "alice", "--plan", "gold", "--json")).Succeeded();
        KeysRun none = (await table.RunAsync("list", "--principal", "carol")).Succeeded();

        Assert.Equal(gold, OperatorsTable.Text(Assert.Single(run.Lines), "id"));
        Assert.Equal(("", "There are no such keys.\n"), (none.Data, none.Talk));
    }

    [Theory]
    [InlineData("list", "--json")]
    [InlineData("export")]
    public async Task A_broken_record_is_said_and_stops_no_other(params string[] args)
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        await table.PutAsync(new() { ["id"] = new AttributeValue("broken\u001b"), ["version"] = new AttributeValue { N = "1" } });

        KeysRun run = await table.RunAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(id, OperatorsTable.Text(Assert.Single(run.Lines), "id"));
        Assert.StartsWith(@"The record of API key broken\u001B cannot be used: id is malformed.", run.Talk);
    }

    [Fact]
    public async Task A_broken_record_cannot_be_worked_on()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        await table.PutAsync(new() { ["id"] = new AttributeValue("0Ab1Cd2Ef3Gh") });

        (await table.RunAsync("show", "0Ab1Cd2Ef3Gh")).FailedWith("cannot be used: version is missing.");
        (await table.RunAsync("revoke", "0Ab1Cd2Ef3Gh")).FailedWith("cannot be used: version is missing.");
    }

    private async Task<OperatorsTable> LargeTableAsync()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        foreach (int number in Enumerable.Range(0, 15))
        {
            await table.Store.AddAsync(Keys.Large(number, _clock.Now), CancellationToken.None);
        }

        return table;
    }
}
