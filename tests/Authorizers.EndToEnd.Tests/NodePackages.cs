using System.Diagnostics;
using System.Security.Cryptography;
using Authorizers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(NodePackages))]

namespace Authorizers.EndToEnd.Tests;

/// <summary>The scripts in <c>npm/</c> and the packages they need, installed once for each state of the lock file.</summary>
public sealed class NodePackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Lazy<Task> _installed = new(InstallAsync);

    private static string Folder => Repository.PathOf("tests/Authorizers.EndToEnd.Tests/npm");

    /// <summary>How to run a script of the folder.</summary>
    public async Task<ProcessStartInfo> ScriptAsync(string script)
    {
        Assert.SkipWhen(
            SearchPath.Find("node") is null || SearchPath.Find("npm") is null, "Node.js and npm are not both on the PATH.");
        await _installed.Value;
        return new ProcessStartInfo(SearchPath.Find("node")!, [script]) { WorkingDirectory = Folder };
    }

    private static async Task InstallAsync()
    {
        byte[] locked = await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"));
        string hash = Convert.ToHexString(SHA256.HashData(locked));
        string marker = Path.Combine(Folder, "node_modules", ".installed-lock");
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker) == hash)
        {
            return;
        }

        var start = new ProcessStartInfo(SearchPath.Find("npm")!, "ci") { WorkingDirectory = Folder };
        (await ProgramRun.ToEndAsync(start, Limit)).ThrowIfFailed("npm ci");
        await File.WriteAllTextAsync(marker, hash);
    }
}
