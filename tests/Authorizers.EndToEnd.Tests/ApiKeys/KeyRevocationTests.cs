using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyRevocationTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_revoked_key_is_disabled_and_stays_so()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());

        KeysRun first = (await table.RunAsync("revoke", id)).Succeeded();
        KeysRun second = (await table.RunAsync("revoke", id)).Succeeded();

        ApiKeyRecord record = await table.RecordAsync(id);
        Assert.Equal((false, 2), (record.IsActive, record.Revision));
        Assert.Contains("within 30 seconds", first.Talk);
        Assert.Contains("300 seconds more", first.Talk);
        Assert.Contains("flush-stage-authorizers-cache", first.Talk);
        Assert.Equal($"API key {id} was revoked before.\n", second.Talk);
    }

    [Fact]
    public async Task A_revocation_that_meets_another_operator_says_so_and_undoes_nothing()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        await using Interloper other = await table.InterfereAsync(async (operation, _) =>
        {
            if (operation == "PutItem")
            {
                await table.Store.ReplaceAsync(await table.RecordAsync(id) with { Plan = "gold" }, CancellationToken.None);
            }

            return Interference.None;
        });

        KeysRun run = await table.RunThroughAsync(other, "revoke", id);

        run.FailedWith("has been written by somebody else meanwhile. Nothing was changed.");
        ApiKeyRecord record = await table.RecordAsync(id);
        Assert.Equal(("gold", true, 2), (record.Plan, record.IsActive, record.Revision));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_no_conflict_with_itself()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        await using Interloper wire = await table.InterfereAsync((operation, count) =>
            Task.FromResult(operation == "PutItem" && count % 2 == 1 ? Interference.AnswerLost : Interference.None));

        KeysRun created = (await table.RunThroughAsync(wire, "create", "--principal", "alice")).Succeeded();
        string id = OperatorsTable.IdOf(Assert.Single(created.Lines));
        (await table.RunThroughAsync(wire, "revoke", id)).Succeeded();

        Assert.Equal((false, 2), ((await table.RecordAsync(id)).IsActive, (await table.RecordAsync(id)).Revision));
    }
}
