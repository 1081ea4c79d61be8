using System.Runtime.InteropServices;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Ends the process when Lambda says so (SIGTERM): at once when nothing is under way, else as soon as what is under way is answered.
/// Lambda waits some 300 ms before it ends the process itself.
/// </summary>
/// <param name="exit">Ends the process with a code.</param>
internal sealed class Shutdown(Action<int> exit) : IDisposable
{
    private readonly Lock _gate = new();
    private PosixSignalRegistration? _registration;
    private int _underWay;
    private bool _requested;

    /// <summary>Starts to listen to the signal.</summary>
    public void Listen() => _registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        Request();
    });

    /// <summary>What the signal does.</summary>
    public void Request()
    {
        lock (_gate)
        {
            _requested = true;
            ExitIfIdle();
        }
    }

    /// <summary>An invocation has come.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _underWay++;
        }
    }

    /// <summary>An invocation is answered.</summary>
    public void End()
    {
        lock (_gate)
        {
            _underWay--;
            ExitIfIdle();
        }
    }

    public void Dispose() => _registration?.Dispose();

    private void ExitIfIdle()
    {
        if (_requested && _underWay == 0)
        {
            exit(0);
        }
    }
}
