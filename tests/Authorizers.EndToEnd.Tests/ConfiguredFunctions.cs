using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Starts functions of one kind, with what Lambda tells them of their role; their configurations go when it does.</summary>
/// <param name="kind">By the name that the command knows it by.</param>
internal sealed class ConfiguredFunctions(string kind) : IDisposable
{
    private readonly List<TemporaryFile> _files = [];

    public async Task<RunningFunction> StartAsync(
        PublishedBinaries binaries, JsonObject configuration, params (string Name, string Value)[] more)
    {
        var file = new TemporaryFile(configuration.ToJsonString());
        _files.Add(file);
        var variables = new Dictionary<string, string>(DynamoDbEmulator.Variables) { ["AUTHORIZER_CONFIG"] = file.Path };
        foreach ((string name, string value) in more)
        {
            variables[name] = value;
        }

        return await RunningFunction.StartAsync(await binaries.FunctionAsync(kind), variables);
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());
}
