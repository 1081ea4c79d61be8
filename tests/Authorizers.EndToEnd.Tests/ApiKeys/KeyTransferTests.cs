using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

[Collection(nameof(KeysCollection))]
public sealed class KeyTransferTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task What_is_exported_can_be_imported_and_exported_again()
    {
        OperatorsTable source = await SourceAsync();
        OperatorsTable target = await fixture.TableAsync(_clock);
        using var file = new TemporaryFile("what stood here before");

        KeysRun export = (await source.RunAsync("export", "--out", file.Path)).Succeeded();
        KeysRun import = (await target.RunAsync("import", file.Path)).Succeeded();

        Assert.Equal(("", "4 exported, 0 broken.\n"), (export.Data, export.Talk));
        Assert.Equal(("", "4 added, 0 replaced, 0 skipped, 0 refused.\n"), (import.Data, import.Talk));
        Assert.Equal((await source.RunAsync("export")).Data, (await target.RunAsync("export")).Data);
        Assert.Equal(await File.ReadAllTextAsync(file.Path), (await target.RunAsync("export")).Data);
    }

    [Fact]
    public async Task An_exported_file_does_for_a_function_without_a_table()
    {
        OperatorsTable source = await SourceAsync();

        string[] lines = (await source.RunAsync("export")).Succeeded().Lines;

        List<string> problems = [];
        ApiKeyFile.Read(lines, (line, problem) => problems.Add($"{line}: {problem}"));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_record_that_is_there_is_skipped_or_replaced()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        using var file = new TemporaryFile((await table.RunAsync("export")).Data);
        await table.RunAsync("revoke", id);

        KeysRun skipped = (await table.RunAsync("import", file.Path)).Succeeded();
        ApiKeyRecord before = await table.RecordAsync(id);
        KeysRun replaced = (await table.RunAsync("import", file.Path, "--replace")).Succeeded();
        ApiKeyRecord after = await table.RecordAsync(id);

        Assert.Equal($"Line 1: there is an API key {id} already.\n0 added, 0 replaced, 1 skipped, 0 refused.\n", skipped.Talk);
        Assert.Equal("0 added, 1 replaced, 0 skipped, 0 refused.\n", replaced.Talk);
        Assert.Equal((false, 2, true, 3), (before.IsActive, before.Revision, after.IsActive, after.Revision));
    }

    [Fact]
    public async Task A_rehearsal_says_what_would_be_done_and_writes_nothing()
    {
        OperatorsTable source = await SourceAsync();
        string export = (await source.RunAsync("export")).Data;
        OperatorsTable empty = await fixture.TableAsync(_clock);
        using var file = new TemporaryFile(export);

        KeysRun added = (await empty.RunAsync("import", file.Path, "--dry-run")).Succeeded();
        KeysRun skipped = (await source.RunAsync("import", file.Path, "--dry-run")).Succeeded();
        KeysRun replaced = (await source.RunAsync("import", file.Path, "--dry-run", "--replace")).Succeeded();

        Assert.Equal("Nothing was written. It would be: 4 added, 0 replaced, 0 skipped, 0 refused.\n", added.Talk);
        Assert.EndsWith("Nothing was written. It would be: 0 added, 0 replaced, 4 skipped, 0 refused.\n", skipped.Talk);
        Assert.Equal("Nothing was written. It would be: 0 added, 4 replaced, 0 skipped, 0 refused.\n", replaced.Talk);
        Assert.Equal("", (await empty.RunAsync("export")).Data);
        Assert.Equal(export, (await source.RunAsync("export")).Data);
    }

    [Fact]
    public async Task A_bad_line_is_told_of_by_its_number_and_stops_no_other()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string key = await table.CreateAsync();
        string line = (await table.RunAsync("export")).Data.TrimEnd('\n');
        OperatorsTable target = await fixture.TableAsync(_clock);
        using var file = new TemporaryFile(
            $"{{\"id\":1}}\r\n\n{key}\n{line.Replace("{\"id\"", $"{{\"{key}\":1,\"id\"")}\n"
            + $"{line.Replace("\"principal\"", "\"scopes\":[\"a\",\"a\"],\"principal\"")}\n{line}");

        KeysRun run = await target.RunAsync("import", file.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Data));
        Assert.Equal(
            [
                "Line 1: version is missing.", "Line 3: it is no JSON object.",
                "Line 4: (an API key) is no field of a record.",
                "Line 5: the table answered ValidationException.", "1 added, 0 replaced, 0 skipped, 4 refused.",
            ],
            run.Talk.TrimEnd('\n').Split('\n'));
        Assert.Equal(OperatorsTable.IdOf(key), (await target.RecordAsync(OperatorsTable.IdOf(key))).Id);
    }

    [Fact]
    public async Task A_replacement_that_meets_another_operator_is_a_refused_line()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        string id = OperatorsTable.IdOf(await table.CreateAsync());
        using var file = new TemporaryFile((await table.RunAsync("export")).Data);
        await using Interloper other = await table.InterfereAsync(async (operation, count) =>
        {
            if (operation == "PutItem" && count == 2)
            {
                await table.Store.ReplaceAsync(await table.RecordAsync(id) with { Plan = "gold" }, CancellationToken.None);
            }

            return Interference.None;
        });

        KeysRun run = await table.RunThroughAsync(other, "import", file.Path, "--replace");

        run.FailedWith("Line 1: The record of API key");
        Assert.Equal("gold", (await table.RecordAsync(id)).Plan);
    }

    [Fact]
    public async Task A_failed_export_leaves_the_file_as_it_was()
    {
        OperatorsTable table = await SourceAsync();
        using var file = new TemporaryFile("what stood here before");
        await using Interloper wire = await table.InterfereAsync((_, _) => Task.FromResult(Interference.Refused));

        (await table.RunThroughAsync(wire, "export", "--out", file.Path)).FailedWith("answered AccessDeniedException.");

        Assert.Equal("what stood here before", await File.ReadAllTextAsync(file.Path));
        Assert.False(File.Exists(file.Path + ".unfinished"));
    }

    [Fact]
    public async Task Progress_is_shown_to_whoever_looks_on_and_is_no_data()
    {
        OperatorsTable table = await SourceAsync();
        string data = (await table.RunAsync("export")).Data;

        KeysRun run = (await table.RunSeenAsync("export")).Succeeded();

        Assert.Equal(data, run.Data);
        Assert.Contains("100%", run.Talk);
        Assert.EndsWith("4 exported, 0 broken.\n", run.Talk);
    }

    private async Task<OperatorsTable> SourceAsync()
    {
        OperatorsTable source = await fixture.TableAsync(_clock);
        await source.CreateAsync("--scopes", "a,b", "--expires", "90d", "--context", "tenant=blue", "--plan", "gold");
        await source.Store.AddAsync(Keys.Large(1, _clock.Now), CancellationToken.None);
        await source.RunAsync("rotate", OperatorsTable.IdOf(await source.CreateAsync("--cidrs", "10.0.0.0/8")), "--overlap", "7d");
        return source;
    }
}
