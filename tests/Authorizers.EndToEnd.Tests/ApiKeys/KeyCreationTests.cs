using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyCreationTests(KeysFixture fixture)
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
    public async Task A_key_whose_record_cannot_be_written_is_not_shown()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        await using Interloper wire = await table.InterfereAsync((_, _) => Task.FromResult(Interference.Refused));

        KeysRun run = await table.RunThroughAsync(wire, "create", "--principal", "alice");

        run.FailedWith("answered AccessDeniedException.");
        Assert.DoesNotContain("gla_", run.Talk);
    }
}
