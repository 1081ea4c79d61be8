namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class TableCreationTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_table_is_created_once()
    {
        OperatorsTable table = fixture.Unmade(_clock);
        (await table.RunAsync("list")).FailedWith(
            $"The table {table.Name} ({fixture.Emulator.Address}/) is not there: check its name and region "
            + "(ResourceNotFoundException)");

        KeysRun created = (await table.RunAsync("create-table")).Succeeded();

        Assert.Contains("this DynamoDB has no TTL", created.Talk);
        (await table.RunAsync("create-table")).FailedWith("already. Nothing was changed.");
        await table.CreateAsync();
    }
}
