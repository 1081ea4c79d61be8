namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyShowTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

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
}
