using System.Diagnostics;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">0 for success, as a rule.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>How long a stream may stay open after its process has ended.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    /// <param name="start">What to run; its streams are redirected here.</param>
    /// <param name="limit">After which the program is ended, and all that it started.</param>
    /// <param name="input">All that it finds on its standard input.</param>
    /// <exception cref="TimeoutException">The limit was reached.</exception>
    public static async Task<ProgramRun> ToEndAsync(ProcessStartInfo start, TimeSpan limit, string input = "")
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        var output = new Transcript(process.StandardOutput.BaseStream);
        var errors = new Transcript(process.StandardError.BaseStream);
        using var deadline = new CancellationTokenSource(limit);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end within {limit}. It wrote:\n{output.Text}{errors.Text}", e);
        }

        await output.EndAsync(Aftermath);
        await errors.EndAsync(Aftermath);
        return new ProgramRun(process.ExitCode, output.Text, errors.Text);
    }

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public ProgramRun ThrowIfFailed(string what) =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{what} failed with exit code {ExitCode}:\n{Output}{Errors}");
}
