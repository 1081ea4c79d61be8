using System.Diagnostics;

namespace Authorizers.Cli.Tests;

/// <summary>The command as a process, which has a current folder and an environment of its own.</summary>
/// <param name="folder">The current one.</param>
/// <param name="variables">Added to the environment, or put in place of what is there.</param>
internal sealed class CommandProcess(string folder, params (string Name, string Value)[] variables)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<CommandRun> RunAsync(string input, params string[] args)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, "authorizers.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> data = process.StandardOutput.ReadToEndAsync();
        Task<string> talk = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await Task.WhenAll(data, talk, process.WaitForExitAsync()).WaitAsync(Patience);
        return new CommandRun(process.ExitCode, await data, await talk);
    }
}
