using System.Runtime.InteropServices;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Ends the process when Lambda says so (SIGTERM): at once when nothing is under way, else as soon as what is under way is
/// answered.
/// Lambda waits some 300 ms before it ends the process itself.
/// </summary>
/// <param name="exit">Ends the process with a code.</param>
internal sealed class Shutdown(Action<int> exit) : IDisposable
{
    private PosixSignalRegistration? _registration;
    private int _underWay;
    private volatile bool _requested;

    /// <summary>Starts to listen to the signal.</summary>
    public void Listen() => _registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        Request();
    });

    /// <summary>What the signal does.</summary>
    public void Request()
    {
        _requested = true;
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _underWay) == 0)
        {
            exit(0);
        }
    }

    /// <summary>An invocation has come.</summary>
    public void Begin() => Interlocked.Increment(ref _underWay);

    /// <summary>An invocation is answered.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _underWay) == 0 && _requested)
        {
            exit(0);
        }
    }

    public void Dispose() => _registration?.Dispose();
}
