using Authorizers.DynamoDb;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>
/// One emulator for all tests of the command, which finds credentials where the AWS command line does: in the environment.
/// </summary>
public sealed class KeysFixture(NodePackages packages) : IAsyncLifetime
{
    private static readonly string[] Names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    private readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];
    private DynamoDbEmulator? _emulator;

    internal DynamoDbEmulator Emulator => _emulator ?? throw new InvalidOperationException("The emulator does not run.");

    public async ValueTask InitializeAsync()
    {
        _emulator = await DynamoDbEmulator.StartAsync(packages);
        Array.ForEach(Names, name => Environment.SetEnvironmentVariable(name, DynamoDbEmulator.Variables[name]));
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((string name, string? value) in Names.Zip(_before))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    /// <summary>An empty table that no other test has.</summary>
    internal async Task<OperatorsTable> TableAsync(SetClock clock)
    {
        OperatorsTable table = Unmade(clock);
        await TableCreation.CreateAsync(Emulator.Client, table.Name, TimeProvider.System, CancellationToken.None);
        return table;
    }

    /// <summary>A table that is not there yet.</summary>
    internal OperatorsTable Unmade(SetClock clock) => new(Emulator, clock, $"keys-{Guid.NewGuid():N}");
}
