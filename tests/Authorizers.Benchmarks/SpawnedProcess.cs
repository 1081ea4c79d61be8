using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Authorizers.Benchmarks;

/// <summary>
/// A process started by posix_spawn, which costs a fraction of what <see cref="Process.Start(ProcessStartInfo)"/> does: that
/// would
/// count among the start of what is measured. Its output streams lead nowhere.
/// </summary>
internal sealed partial class SpawnedProcess : IDisposable
{
    private const int WriteOnly = 1;

    /// <summary>More than the C library's type needs.</summary>
    private const int FileActionsSize = 256;

    private readonly int _id;

    private SpawnedProcess(int id, long started) => (_id, Started) = (id, started);

    /// <summary>The clock's timestamp when the system was asked to start the process.</summary>
    public long Started { get; }

    /// <summary>All the time that the process has been given, in user and in kernel mode.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            using var process = Process.GetProcessById(_id);
            return process.TotalProcessorTime;
        }
    }

    /// <summary>In megabytes, by the kernel's account.</summary>
    public double PeakMemory
    {
        get
        {
            using var process = Process.GetProcessById(_id);
            return process.PeakWorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <param name="contender">What to run; it sees the variables of this process, then its own.</param>
    /// <param name="runtimeApi">For AWS_LAMBDA_RUNTIME_API.</param>
    /// <exception cref="InvalidOperationException">It cannot be started.</exception>
    public static SpawnedProcess Start(Contender contender, string runtimeApi)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        foreach ((string name, string value) in contender.Variables)
        {
            variables[name] = value;
        }

        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        string?[] arguments = [contender.Command, .. contender.Arguments, null];
        string?[] environment = [.. variables.Select(variable => $"{variable.Key}={variable.Value}"), null];
        nint actions = Marshal.AllocHGlobal(FileActionsSize);
        try
        {
            Check(InitializeFileActions(actions));
            Check(AddOpen(actions, 1, "/dev/null", WriteOnly, 0));
            Check(AddOpen(actions, 2, "/dev/null", WriteOnly, 0));
            long started = TimeProvider.System.GetTimestamp();
            Check(Spawn(out int id, contender.Command, actions, 0, arguments, environment));
            return new SpawnedProcess(id, started);
        }
        finally
        {
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Ends the process and waits until it is gone.</summary>
    public void Dispose()
    {
        Check(Kill(_id, 9));
        Check(Wait(_id, 0, 0) == _id ? 0 : -1);
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"The system answered {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitializeFileActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(
        out int id, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int Wait(int id, nint status, int options);
}
