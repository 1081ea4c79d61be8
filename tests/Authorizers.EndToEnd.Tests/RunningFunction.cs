using System.Diagnostics;
using System.Globalization;
using System.Text;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A published function in its own sandbox: one process, one Runtime API and the variables given, no others.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    /// <summary>For each wait. Nothing here takes a second; a busy machine may make it ten.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What it said before it ended may take so long to be heard here.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly RuntimeApiServer _server;
    private readonly Process _process;
    private readonly Transcript _output;
    private readonly Transcript _errors;
    private readonly Task _exit;
    private int _invocations;

    private RunningFunction(RuntimeApiServer server, Process process)
    {
        (_server, _process) = (server, process);
        _output = new Transcript(process.StandardOutput.BaseStream);
        _errors = new Transcript(process.StandardError.BaseStream);
        _exit = process.WaitForExitAsync();
    }

    /// <summary>The most memory that the process has had at once, in megabytes, by the kernel's account.</summary>
    public double PeakMegabytes => Status("VmHWM") / 1024;

    /// <summary>
    /// The memory that the process has now and nobody else could have, in megabytes. Pages of the binary and its libraries come and
    /// go as the kernel pleases, a megabyte more or less from one run to the next.
    /// </summary>
    public double OwnMegabytes => Status("RssAnon") / 1024;

    /// <summary>How much the process has read so far, of files and sockets, by the kernel's account.</summary>
    public long BytesRead => (long)Account("io", "rchar");

    public int Threads => (int)Status("Threads");

    /// <param name="function">What runs.</param>
    /// <param name="variables">Beside the Runtime API's address; AUTHORIZER_CONFIG above all.</param>
    public static async Task<RunningFunction> StartAsync(
        Publication function, IReadOnlyDictionary<string, string> variables)
    {
        RuntimeApiServer server = await RuntimeApiServer.StartAsync();
        var start = new ProcessStartInfo(function.Bootstrap)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = function.Folder,
        };
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        start.Environment["LAMBDA_TASK_ROOT"] = function.Folder;
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new RunningFunction(server, Process.Start(start)!);
    }

    public static Task<RunningFunction> StartAsync(Publication function, string configuration) =>
        StartAsync(function, new Dictionary<string, string> { ["AUTHORIZER_CONFIG"] = configuration });

    /// <summary>Hands an event to the function and waits for the answer; an INIT error is one.</summary>
    public async Task<InvocationAnswer> InvokeAsync(string json)
    {
        string id = $"00000000-0000-4000-8000-{Interlocked.Increment(ref _invocations):D12}";
        using var limit = new CancellationTokenSource(Limit);
        Task<InvocationAnswer> answer = _server.InvokeAsync(
            new RuntimeApiInvocation(id, Encoding.UTF8.GetBytes(json), The.FunctionArn, The.TraceId, Limit), limit.Token);
        if (await Task.WhenAny(answer, _exit) == _exit)
        {
            await Task.WhenAny(answer, Task.Delay(LastWords, TimeProvider.System, limit.Token));
        }

        return answer.IsCompleted
            ? await answer
            : throw new InvalidOperationException($"There was no answer.\n{await StopAsync()}");
    }

    /// <summary>Asks the process to end, as Lambda does.</summary>
    public async Task TerminateAsync()
    {
        var start = new ProcessStartInfo("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        (await ProgramRun.ToEndAsync(start, Limit)).ThrowIfFailed("kill");
    }

    /// <summary>Ends the Runtime API and not the process.</summary>
    public ValueTask LoseRuntimeApiAsync() => _server.DisposeAsync();

    /// <summary>Waits for the process to end by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends the process.</summary>
    /// <returns>All that it wrote.</returns>
    public async Task<WrittenText> StopAsync()
    {
        _process.Kill();
        await ExitCodeAsync();
        await _output.EndAsync(Limit);
        await _errors.EndAsync(Limit);
        return new WrittenText(_output.Text, _errors.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        await _server.DisposeAsync();
    }

    private double Status(string name) => Account("status", name);

    /// <summary>A figure of the kernel's account of the process: "VmHWM:   1024 kB".</summary>
    private double Account(string kind, string name)
    {
        string line = File.ReadLines($"/proc/{_process.Id}/{kind}")
            .Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
        return double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
