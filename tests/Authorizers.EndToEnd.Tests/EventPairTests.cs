using System.Text;
using System.Text.Json;
using Authorizers.Cli;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The specification by example, through the binary that is deployed.</summary>
public sealed class EventPairTests(PublishedBinaries binaries)
{
    private const string EventEnding = ".event.json";

    public static TheoryData<string, string> Cases =>
        [.. PublishedBinaries.Functions.SelectMany(function => NamesOf(function).Select(name => (function, name)))];

    /// <summary>Of the TOKEN authorizer.</summary>
    internal static IEnumerable<string> Names => NamesOf("token");

    private static IEnumerable<string> NamesOf(string function) =>
        Directory.EnumerateFiles(FolderOf(function), $"*{EventEnding}")
            .Select(file => Path.GetFileName(file)[..^EventEnding.Length])
            .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_binary_gives_the_response_filed_beside_the_event(string function, string name)
    {
        Publication published = await binaries.FunctionAsync(function);
        string filed = Path.Combine(FolderOf(function), $"{name}.response.json");
        Assert.True(
            File.Exists(filed),
            $"{name}.response.json is missing: UPDATE_EVENTS=1 and the tests of the function write it.");

        (int exitCode, byte[] data, string talk) = await InvokeAsync(function, name, published.Bootstrap);

        byte[] expected = await File.ReadAllBytesAsync(filed);
        Assert.True(expected.AsSpan().SequenceEqual(data), $"Not as filed:\n{Encoding.UTF8.GetString(data)}\n{talk}");
        Assert.Equal(IsError(expected) ? 1 : 0, exitCode);
    }

    private static async Task<(int ExitCode, byte[] Data, string Talk)> InvokeAsync(
        string function, string name, string bootstrap)
    {
        string configuration = Path.Combine(FolderOf(function), $"{name}.config.json");
        string[] choice = File.Exists(configuration) ? ["--config", configuration] : [];
        using var data = new MemoryStream();
        using var talk = new MemoryStream();

        // The binary's two streams are copied into the one at the same time.
        using Stream shared = Stream.Synchronized(talk);
        int exitCode = await AuthorizersCommand.RunAsync(
            ["invoke", function, Path.Combine(FolderOf(function), name + EventEnding), .. choice, "--bootstrap", bootstrap],
            new Terminal(data, shared));
        return (exitCode, data.ToArray(), Encoding.UTF8.GetString(talk.ToArray()));
    }

    private static string FolderOf(string function) => Repository.PathOf($"events/{function}");

    private static bool IsError(byte[] response) =>
        JsonSerializer.Deserialize<JsonElement>(response).TryGetProperty("errorType", out _);
}
