using System.Diagnostics;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A script of <c>npm/</c> that serves on a loopback port, obeys one command a line and ends with its standard input.</summary>
internal sealed class ObedientScript : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Process _process;
    private readonly Transcript _errors;

    private ObedientScript(Process process)
    {
        _process = process;
        _errors = new Transcript(process.StandardError.BaseStream);
    }

    /// <summary>Where it serves: its first line.</summary>
    public string Address { get; private set; } = "";

    public static async Task<ObedientScript> StartAsync(NodePackages packages, string script, params string[] arguments)
    {
        ProcessStartInfo start = await packages.ScriptAsync(script);
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var running = new ObedientScript(Process.Start(start)!);
        running.Address = await running.LineAsync();
        return running;
    }

    /// <param name="command">One word.</param>
    /// <param name="argument">What it is about, on one line.</param>
    /// <returns>What the script has to say of it.</returns>
    public async Task<string> CommandAsync(string command, string argument = "")
    {
        await _turn.WaitAsync(Limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(argument.Length > 0 ? $"{command} {argument}" : command);
            await _process.StandardInput.FlushAsync();
            string line = await LineAsync();
            Assert.StartsWith($"done: {command}", line, StringComparison.Ordinal);
            return line[$"done: {command}".Length..].Trim();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            _process.Kill();
            _process.Dispose();
        }
    }

    private async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit)
        ?? throw new InvalidOperationException($"The script ended.\n{_errors.Text}");
}
