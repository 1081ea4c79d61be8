using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyRotationTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_rotated_key_is_good_until_the_overlap_ends()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync("--scopes", "a"));

        KeysRun run = (await table.RunAsync("rotate", id, "--overlap", "7d")).Succeeded();

        string successor = OperatorsTable.IdOf(Assert.Single(run.Lines));
        ApiKeyRecord old = await table.RecordAsync(id);
        Assert.Equal((true, _clock.Now.AddDays(7), successor, 2), (old.IsActive, old.Expires, old.ReplacedBy, old.Revision));
        Assert.Contains($"API key {id} is good until 2026-11-27T12:00:00Z.", run.Talk);
    }

    [Fact]
    public async Task The_new_key_has_the_rights_of_the_old_one_and_as_long_a_life()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(
            await table.CreateAsync("--scopes", "a", "--not-before", "1h", "--expires", "90d", "--plan", "gold"));
        _clock.Now = _clock.Now.AddDays(80);

        KeysRun run = (await table.RunAsync("rotate", id, "--overlap", "30d", "--json")).Succeeded();

        ApiKeyRecord renewed = OperatorsTable.Read(OperatorsTable.Text(Assert.Single(run.Lines), "record"));
        Assert.Equal(("alice", "gold", 1), (renewed.Principal, renewed.Plan, renewed.Revision));
        Assert.Equal(["a"], renewed.Scopes);
        Assert.Equal((_clock.Now, null, _clock.Now.AddDays(90)), (renewed.Created, renewed.NotBefore, renewed.Expires));
        Assert.Equal(_clock.Now.AddDays(10), (await table.RecordAsync(id)).Expires);
    }

    [Fact]
    public async Task A_key_that_is_not_good_yet_is_not_good_sooner_by_rotation()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync("--not-before", "30d", "--expires", "60d"));

        KeysRun run = (await table.RunAsync("rotate", id, "--overlap", "1d", "--json")).Succeeded();

        ApiKeyRecord renewed = OperatorsTable.Read(OperatorsTable.Text(Assert.Single(run.Lines), "record"));
        Assert.Equal(_clock.Now.AddDays(30), renewed.NotBefore);
    }

    [Fact]
    public async Task A_key_with_an_end_gets_no_successor_without_one()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        ApiKeyRecord imported = Keys.Record("0123456789Az", _clock.Now.AddDays(9)) with { Expires = _clock.Now.AddDays(8) };
        await table.Store.AddAsync(imported, TestContext.Current.CancellationToken);

        KeysRun run = (await table.RunAsync("rotate", imported.Id, "--overlap", "1d", "--json")).Succeeded();

        ApiKeyRecord renewed = OperatorsTable.Read(OperatorsTable.Text(Assert.Single(run.Lines), "record"));
        Assert.Equal(imported.Expires, renewed.Expires);
    }

    [Fact]
    public async Task The_new_key_proves_itself_by_its_own_secret()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string old = await table.CreateAsync();

        KeysRun run = (await table.RunAsync("rotate", OperatorsTable.IdOf(old), "--overlap", "0s", "--expires", "2d")).Succeeded();

        ApiKey key = Keys.Parse(Assert.Single(run.Lines));
        ApiKeyRecord record = await table.RecordAsync(key.Id);
        Assert.Equal(ApiKeyDigests.Plain.Of(key, null), record.Digest.ToArray());
        Assert.Equal(_clock.Now.AddDays(2), record.Expires);
        Assert.Equal(_clock.Now, (await table.RecordAsync(OperatorsTable.IdOf(old))).Expires);
    }

    [Fact]
    public async Task A_key_that_is_no_longer_good_cannot_be_rotated()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string revoked = OperatorsTable.IdOf(await table.CreateAsync());
        string expired = OperatorsTable.IdOf(await table.CreateAsync("--expires", "1d"));
        string replaced = OperatorsTable.IdOf(await table.CreateAsync());
        await table.RunAsync("revoke", revoked);
        await table.RunAsync("rotate", replaced, "--overlap", "7d");
        _clock.Now = _clock.Now.AddDays(1);

        (await table.RunAsync("rotate", revoked, "--overlap", "1d"))
            .FailedWith($"API key {revoked} is revoked: it cannot be rotated.");
        (await table.RunAsync("rotate", expired, "--overlap", "1d")).FailedWith("has expired");
        (await table.RunAsync("rotate", replaced, "--overlap", "1d")).FailedWith("is replaced by");
    }

    [Fact]
    public async Task A_rotation_that_meets_another_operator_leaves_the_key_as_he_wrote_it()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        await using Interloper other = await table.InterfereAsync(async (operation, count) =>
        {
            if (operation == "PutItem" && count == 2)
            {
                await table.Store.ReplaceAsync(await table.RecordAsync(id) with { Plan = "gold" }, CancellationToken.None);
            }

            return Interference.None;
        });

        KeysRun run = await table.RunThroughAsync(other, "rotate", id, "--overlap", "7d");

        run.FailedWith("has been written by somebody else meanwhile.");
        ApiKeyRecord record = OperatorsTable.Read(Assert.Single((await table.RunAsync("list", "--json")).Lines));
        Assert.Equal((id, "gold", null, null), (record.Id, record.Plan, record.ReplacedBy, record.Expires));
        Assert.DoesNotContain("gla_", run.Talk);
    }

    [Fact]
    public async Task A_failed_rotation_leaves_the_old_key_as_it_was()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync("--expires", "90d"));
        string before = (await table.RunAsync("show", id, "--json")).Data;
        await using Interloper wire = await table.InterfereAsync((operation, count) =>
            Task.FromResult(operation == "PutItem" && count == 2 ? Interference.Refused : Interference.None));

        KeysRun run = await table.RunThroughAsync(wire, "rotate", id, "--overlap", "7d");

        run.FailedWith($"API key {id} is as it was, and there is no new key.");
        Assert.Equal(before, (await table.RunAsync("list", "--json")).Data);
        Assert.DoesNotContain("gla_", run.Talk);
    }

    [Fact]
    public async Task A_rotation_that_cannot_be_taken_back_says_what_to_look_for()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        await using Interloper wire = await table.InterfereAsync((operation, count) => Task.FromResult(
            operation == "DeleteItem" || (operation == "PutItem" && count == 2) ? Interference.Refused : Interference.None));

        KeysRun run = await table.RunThroughAsync(wire, "rotate", id, "--overlap", "7d");

        run.FailedWith($"API key {id} may be replaced by ");
    }

    [Fact]
    public async Task A_rotation_whose_last_answer_was_lost_is_done()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        await using Interloper wire = await table.InterfereAsync((operation, count) => Task.FromResult(
            operation != "PutItem" || count == 1 ? Interference.None
            : count == 2 ? Interference.AnswerLost
            : Interference.Refused));

        KeysRun run = (await table.RunThroughAsync(wire, "rotate", id, "--overlap", "7d")).Succeeded();

        Assert.Equal(OperatorsTable.IdOf(Assert.Single(run.Lines)), (await table.RecordAsync(id)).ReplacedBy);
    }

    [Fact]
    public async Task A_key_with_a_pepper_is_not_replaced_by_one_without()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        await table.Store.AddAsync(Keys.Record("0Ab1Cd2Ef3Gh", _clock.Now) with { Pepper = "v1" }, CancellationToken.None);
        using var file = new TemporaryFile(Keys.Configuration(table.Name, fixture.Emulator.Address));

        KeysRun refused = await table.RunAsync("rotate", "0Ab1Cd2Ef3Gh", "--overlap", "7d");
        KeysRun run = await table.RunAsync("rotate", "0Ab1Cd2Ef3Gh", "--overlap", "7d", "--config", file.Path);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Data));
        Assert.Equal("v1", (await table.RecordAsync(OperatorsTable.IdOf(Assert.Single(run.Succeeded().Lines)))).Pepper);
    }
}
