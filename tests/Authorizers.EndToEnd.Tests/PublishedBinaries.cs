using System.Diagnostics;
using System.Runtime.InteropServices;
using Authorizers.EndToEnd.Tests;
using Authorizers.EndToEnd.Tests.Deployment;

[assembly: AssemblyFixture(typeof(PublishedBinaries))]

namespace Authorizers.EndToEnd.Tests;

/// <summary>The suite as it is deployed. A project is published once, when a test asks for it.</summary>
public sealed class PublishedBinaries : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");
    private readonly Dictionary<string, Lazy<Task<Publication>>> _functions;
    private readonly Lazy<Task<Publication>> _commandLine;

    public PublishedBinaries()
    {
        _functions = new(StringComparer.Ordinal)
        {
            ["token"] = Function("Token"),
            ["request"] = Function("Request"),
            ["api-key"] = Function("ApiKey"),
            ["websocket"] = Function("WebSocket"),
        };
        _commandLine = new(() => PublishAsync("Cli", "-c", "Release"));
    }

    /// <summary>By the names that the command knows them by.</summary>
    public static IReadOnlyList<string> Functions { get; } = ["token", "request", "api-key", "websocket"];

    public Task<Publication> TokenAsync() => FunctionAsync("token");

    public Task<Publication> FunctionAsync(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A native function is published and run on Linux alone, as in Lambda.");
        Assert.SkipWhen(
            SearchPath.Find("clang") is null && SearchPath.Find("gcc") is null,
            "A native function is linked by clang or gcc, and neither is on the PATH.");
        return _functions[name].Value;
    }

    public Task<Publication> CommandLineAsync() => _commandLine.Value;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>As the deployment tool does: with the project's own defaults, and what it adds to them.</summary>
    private Lazy<Task<Publication>> Function(string project) => new(() => PublishAsync(
        project,
        [
            .. DeploymentDefaults.OfProject($"src/Authorizers.{project}").Switches,
            "-p:GenerateRuntimeConfigurationFiles=true", "-r", RuntimeInformation.RuntimeIdentifier,
        ]));

    /// <summary>
    /// Away from the working copy's own obj folders, which an outer build may be writing; and without build servers or nodes
    /// that stay: they would hold the output open and be left behind.
    /// </summary>
    private async Task<Publication> PublishAsync(string project, params string[] switches)
    {
        string folder = Path.Combine(_folder.FullName, project);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.Root,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        string[] arguments =
        [
            "publish", $"src/Authorizers.{project}", .. switches, "-o", folder,
            "--artifacts-path", Path.Combine(_folder.FullName, $"{project}.artifacts"),
            "--disable-build-servers", "-nodeReuse:false", .. Repository.FeedProperties,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);
        return new Publication(folder, run.ThrowIfFailed($"Publishing Authorizers.{project}").Output + run.Errors);
    }
}
