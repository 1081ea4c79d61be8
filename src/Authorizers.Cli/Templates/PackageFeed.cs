using System.ComponentModel;
using System.Diagnostics;

namespace Authorizers.Cli.Templates;

/// <summary>Asks MSBuild from which package feed a project is built.</summary>
internal static class PackageFeed
{
    /// <summary>The feed that is for development alone.</summary>
    public const string Portable = "portable";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Null where there is no .NET SDK, no such property, or no answer in time.</summary>
    public static async Task<string?> OfAsync(string project, CancellationToken cancel)
    {
        try
        {
            using Process process = Process.Start(Question(project))!;
            return await AnswerAsync(process, cancel);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Question(string project) =>
        new("dotnet", ["msbuild", project, "-getProperty:PackageFeed", "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static async Task<string?> AnswerAsync(Process process, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            process.StandardInput.Close();
            Task<string> answer = process.StandardOutput.ReadToEndAsync(deadline.Token);
            await Task.WhenAll(
                answer, process.StandardError.ReadToEndAsync(deadline.Token), process.WaitForExitAsync(deadline.Token));
            return process.ExitCode == 0 ? (await answer).Trim() : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
