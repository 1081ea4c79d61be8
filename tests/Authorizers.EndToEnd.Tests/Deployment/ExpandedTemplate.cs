using System.Diagnostics;
using System.Text.Json.Nodes;
using Authorizers.EndToEnd.Tests.Deployment;

[assembly: AssemblyFixture(typeof(ExpandedTemplate))]

namespace Authorizers.EndToEnd.Tests.Deployment;

/// <summary>The template as AWS expands it, by AWS's own translator, where Python and that are installed.</summary>
public sealed class ExpandedTemplate
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Lazy<Task<JsonObject>> _resources = new(ExpandAsync);

    /// <summary>Its resources by their logical ids.</summary>
    public async Task<JsonObject> ResourcesAsync()
    {
        string? python = SearchPath.Find("python3");
        Assert.SkipWhen(python is null, "There is no python3 on the PATH.");
        ProgramRun import = await ProgramRun.ToEndAsync(new ProcessStartInfo(python!, ["-c", "import samtranslator"]), Limit);
        Assert.SkipWhen(import.ExitCode != 0, "The SAM translator (aws-sam-translator of PyPI) is not installed for python3.");
        return await _resources.Value;
    }

    /// <summary>The properties of a resource.</summary>
    public async Task<JsonObject> PropertiesAsync(string id) => (await ResourcesAsync())[id]!["Properties"]!.AsObject();

    /// <summary>The properties of all resources of a type, by their logical ids.</summary>
    public async Task<IReadOnlyDictionary<string, JsonObject>> AllAsync(string type) => (await ResourcesAsync())
        .Where(resource => (string?)resource.Value!["Type"] == type)
        .ToDictionary(resource => resource.Key, resource => resource.Value!["Properties"]!.AsObject(), StringComparer.Ordinal);

    private static async Task<JsonObject> ExpandAsync()
    {
        string script = Repository.PathOf("tests/Authorizers.EndToEnd.Tests/python/expand.py");
        var start = new ProcessStartInfo(SearchPath.Find("python3")!, [script, Repository.PathOf("serverless.template")]);
        ProgramRun run = (await ProgramRun.ToEndAsync(start, Limit)).ThrowIfFailed("Expanding the template");
        return JsonNode.Parse(run.Output)!["Resources"]!.AsObject();
    }
}
