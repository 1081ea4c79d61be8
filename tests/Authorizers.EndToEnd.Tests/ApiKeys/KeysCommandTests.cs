using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeysCommandTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_created_key_is_alone_on_standard_output_and_its_record_proves_it()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);

        KeysRun run = (await table.RunAsync("create", "--principal", "alice", "--scopes", "b,a", "--expires", "90d")).Succeeded();

        ApiKey key = Keys.Parse(Assert.Single(run.Lines));
        ApiKeyRecord record = await table.RecordAsync(key.Id);
        Assert.Equal(ApiKeyDigests.Plain.Of(key, null), record.Digest.ToArray());
        Assert.Equal(
            ("alice", _clock.Now, _clock.Now.AddDays(90), 1),
            (record.Principal, record.Created, record.Expires, record.Revision));
        Assert.Equal(["a", "b"], record.Scopes.Order());
        Assert.Contains("good until 2027-02-18T12:00:00Z (in 90 days)", run.Talk);
        Assert.Contains("This is the only time that the key is shown.", run.Talk);
    }

    [Fact]
    public async Task Every_right_that_is_given_stands_in_the_record()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);

        KeysRun run = (await table.RunAsync(
            "create", "--principal", "alice", "--groups", "g", "--plan", "gold", "--usage-identifier-key", "aaaaaaaaaaaaaaaaaaaa",
            "--not-before", "1h", "--routes", "GET /orders,POST /orders", "--cidrs", "10.0.0.0/8,::1", "--context", "tenant=blue",
            "--context", "note=a=b", "--prefix", "abc", "--json")).Succeeded();

        string line = Assert.Single(run.Lines);
        Assert.StartsWith("abc_", OperatorsTable.Text(line, "key"));
        ApiKeyRecord record = OperatorsTable.Read(OperatorsTable.Text(line, "record"));
        Assert.Equal(record.Id, OperatorsTable.IdOf(OperatorsTable.Text(line, "key")));
        Assert.Equal(
            ("gold", "aaaaaaaaaaaaaaaaaaaa", _clock.Now.AddHours(1)),
            (record.Plan, record.UsageIdentifierKey, record.NotBefore));
        Assert.Equal(["GET /orders", "POST /orders"], record.Routes);
        Assert.Equal(["10.0.0.0/8", "::1"], record.Cidrs);
        Assert.Equal([new("tenant", "blue"), new("note", "a=b")], record.Context);
        ApiKeyRecord stored = await table.RecordAsync(record.Id);
        Assert.Equal(record.Routes, stored.Routes.Order());
        Assert.Equal(record.Context.ToDictionary(), stored.Context.ToDictionary());
    }

    [Fact]
    public async Task A_configuration_gives_table_prefix_and_pepper()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        using var file = new TemporaryFile(Keys.Configuration(table.Name, fixture.Emulator.Address));

        KeysRun run = await KeysRun.OfAsync(
            _clock, ["keys", "create", "--principal", "alice", "--routes", "GET /orders", "--config", file.Path]);

        string key = Assert.Single(run.Succeeded().Lines);
        Assert.StartsWith("orders_", key);
        Assert.Equal("v1", (await table.RecordAsync(OperatorsTable.IdOf(key))).Pepper);
        Assert.DoesNotContain("pepper", run.Talk);
    }

    [Fact]
    public async Task The_secret_of_a_key_is_nowhere_but_where_it_was_printed()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string key = await table.CreateAsync();
        string id = OperatorsTable.IdOf(key);
        using var file = new TemporaryFile("");

        KeysRun[] runs =
        [
            await table.RunAsync("show", id), await table.RunAsync("show", id, "--json"), await table.RunAsync("list"),
            await table.RunAsync("list", "--json"), await table.RunAsync("export", "--out", file.Path),
            await table.RunAsync("export"),
            await table.RunAsync("import", file.Path), await table.RunAsync("import", file.Path, "--replace"),
            await table.RunAsync("rotate", id, "--overlap", "1d"), await table.RunAsync("revoke", id),
        ];

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        string[] texts =
        [
            .. runs.SelectMany(run => (string[])[run.Data, run.Talk]), await table.AllTextAsync(),
            await File.ReadAllTextAsync(file.Path),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(key[^36..^6], text));
    }

    [Fact]
    public async Task A_key_that_is_shown_says_all_but_its_digest()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(
            await table.CreateAsync("--scopes", "orders:read", "--expires", "1d", "--context", "tenant=blue"));

        KeysRun run = (await table.RunAsync("show", id)).Succeeded();

        Assert.Equal(
            $"""
              id              {id}
              principal       alice
              status          active
              scopes          orders:read
              context tenant  blue
              created         2026-11-20T12:00:00Z (now)
              expires         2026-11-21T12:00:00Z (in 1 day)
              pepper          none
              revision        1

            """,
            run.Data);
        Assert.Equal("", run.Talk);
    }

    [Fact]
    public async Task A_key_that_is_shown_to_a_program_is_its_record()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());

        KeysRun run = (await table.RunAsync("show", id, "--json")).Succeeded();

        Assert.Equal(
            (await table.RecordAsync(id)).Digest.ToArray(), OperatorsTable.Read(Assert.Single(run.Lines)).Digest.ToArray());
    }

    [Theory]
    [InlineData("show", "0Ab1Cd2Ef3Gh")]
    [InlineData("revoke", "0Ab1Cd2Ef3Gh")]
    [InlineData("rotate", "0Ab1Cd2Ef3Gh", "--overlap", "1d")]
    public async Task An_unknown_id_is_said(params string[] args)
    {
        OperatorsTable table = await fixture.TableAsync(_clock);

        (await table.RunAsync(args)).FailedWith("There is no API key 0Ab1Cd2Ef3Gh in the table");
    }

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

    [Fact]
    public async Task A_key_whose_record_cannot_be_written_is_not_shown()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        await using Interloper wire = await table.InterfereAsync((_, _) => Task.FromResult(Interference.Refused));

        KeysRun run = await table.RunThroughAsync(wire, "create", "--principal", "alice");

        run.FailedWith("answered AccessDeniedException.");
        Assert.DoesNotContain("gla_", run.Talk);
    }

    [Fact]
    public async Task A_table_is_created_once()
    {
        OperatorsTable table = fixture.Unmade(_clock);
        (await table.RunAsync("list"))
            .FailedWith($"The table {table.Name} ({fixture.Emulator.Address}/) is not there: check its name and region (ResourceNotFoundException)");

        KeysRun created = (await table.RunAsync("create-table")).Succeeded();

        Assert.Contains("this DynamoDB has no TTL", created.Talk);
        (await table.RunAsync("create-table")).FailedWith("already. Nothing was changed.");
        await table.CreateAsync();
    }
}
