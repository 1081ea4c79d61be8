using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

public sealed class ShutdownTests : IDisposable
{
    private readonly List<int> _exits = [];
    private readonly Shutdown _shutdown;

    public ShutdownTests() => _shutdown = new Shutdown(_exits.Add);

    [Fact]
    public void An_idle_process_exits_at_once_with_success()
    {
        _shutdown.Begin();
        _shutdown.End();
        Assert.Empty(_exits);

        _shutdown.Request();

        Assert.Equal([0], _exits);
    }

    [Fact]
    public void What_is_under_way_is_answered_first()
    {
        _shutdown.Begin();
        _shutdown.Begin();

        _shutdown.Request();
        _shutdown.End();
        Assert.Empty(_exits);

        _shutdown.End();
        Assert.Equal([0], _exits);
    }

    public void Dispose() => _shutdown.Dispose();
}
