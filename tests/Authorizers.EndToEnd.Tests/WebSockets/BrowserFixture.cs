namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>One browser for all tests of a class, started when the first asks for it.</summary>
public sealed class BrowserFixture(NodePackages packages) : IAsyncDisposable
{
    private Task<Browser>? _starting;

    internal Task<Browser> BrowserAsync() => _starting ??= Browser.StartAsync(packages);

    public async ValueTask DisposeAsync()
    {
        if (_starting is { IsCompletedSuccessfully: true })
        {
            await (await _starting).DisposeAsync();
        }
    }
}
