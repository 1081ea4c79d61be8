using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Deployment;

/// <summary>What <c>dotnet lambda</c> is told in a folder when its command line does not say.</summary>
/// <param name="members">By the names of its switches.</param>
internal sealed class DeploymentDefaults(JsonObject members)
{
    /// <summary>The machine that a project is built for.</summary>
    public string? Architecture => (string?)members["function-architecture"];

    /// <summary>What it hands to <c>dotnet publish</c>, one by one.</summary>
    public string[] Switches =>
        ["--configuration", (string)members["configuration"]!, .. ((string)members["msbuild-parameters"]!).Split(' ')];

    /// <param name="folder">From the root, with slashes.</param>
    public static DeploymentDefaults OfProject(string folder) => new(JsonNode.Parse(
        File.ReadAllText(Repository.PathOf($"{folder}/aws-lambda-tools-defaults.json")))!.AsObject());
}
