using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>A handler of messages that is written for Node.js (npm/handler.mjs).</summary>
internal sealed class NodeHandler : IAsyncDisposable
{
    private readonly ObedientScript _script;

    private NodeHandler(ObedientScript script) => _script = script;

    /// <param name="packages">With the SDK that Lambda brings along.</param>
    /// <param name="module">From the repository's root.</param>
    /// <param name="gateway">Whose connections it uses.</param>
    public static async Task<NodeHandler> StartAsync(NodePackages packages, string module, WebSocketGateway gateway) =>
        new(await ObedientScript.StartAsync(
            packages, "handler.mjs", Repository.PathOf(module), gateway.ManagementAddress.ToString()));

    /// <returns>What it returns, as JSON, or an object with its error's message.</returns>
    public Task<string> InvokeAsync(JsonObject request) => _script.CommandAsync("invoke", request.ToJsonString());

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
