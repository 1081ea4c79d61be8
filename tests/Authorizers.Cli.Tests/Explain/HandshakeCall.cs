using System.Text.Json;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>The events of the WebSocket authorizer, and what explain tells of them.</summary>
internal static class HandshakeCall
{
    private static readonly string Folder = Path.Combine(The.RepositoryRoot, "events", "websocket");

    public static IEnumerable<string> Names =>
        from file in Directory.EnumerateFiles(Folder, "*.event.json") select Path.GetFileName(file).Split('.')[0];

    public static string Event(string name) => Path.Combine(Folder, $"{name}.event.json");

    /// <summary>With the event's own configuration, if it has one.</summary>
    public static string[] Arguments(string name)
    {
        string own = Path.Combine(Folder, $"{name}.config.json");
        return ["websocket", Event(name), .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()];
    }

    public static async Task<JsonElement> ExplainAsync(string name) =>
        JsonElement.Parse((await CommandRun.OfAsync(["explain", .. Arguments(name), "--json"])).Data);

    public static async Task<JsonElement> ExplainAsync(string file, string configuration) =>
        JsonElement.Parse((await CommandRun.OfAsync("explain", "websocket", file, "--config", configuration, "--json")).Data);
}
