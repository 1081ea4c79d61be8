using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Deployment;

public sealed class DeploymentDefaultsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly JsonObject Template =
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("serverless.template")))!.AsObject();

    public static TheoryData<string> Projects => [.. Template["Resources"]!.AsObject()
        .Select(resource => (string?)resource.Value!["Properties"]?["CodeUri"])
        .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_template_is_built_from_the_four_functions() => Assert.Equal(
        ["src/Authorizers.ApiKey", "src/Authorizers.Request", "src/Authorizers.Token", "src/Authorizers.WebSocket"],
        Projects.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_built_for_what_the_template_runs_it_on_unless_told(string project) => Assert.Equal(
        (string?)Template["Parameters"]!["Architecture"]!["Default"], DeploymentDefaults.OfProject(project).Architecture);

    /// <summary>The tool asks MSBuild for properties with these switches, and no other kind survives that.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_hands_on_properties_alone(string project) => Assert.All(
        DeploymentDefaults.OfProject(project).Switches.Skip(2), part => Assert.StartsWith("-p:", part, StringComparison.Ordinal));

    [Fact]
    public async Task Pinned_keys_and_roots_are_deployed_with_the_configurations_and_nothing_else_is()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            {
                File.Copy(Repository.PathOf(file), Path.Combine(folder.FullName, file));
            }

            string project = folder.CreateSubdirectory("src").CreateSubdirectory("Authorizers.Token").FullName;
            File.Copy(
                Repository.PathOf("src/Authorizers.Token/Authorizers.Token.csproj"),
                Path.Combine(project, "Authorizers.Token.csproj"));
            foreach (string file in new[]
            {
                "authorizer.json", "authorizer.blue.json", "issuer.jwks.json", "roots.pem", "aws-lambda-tools-defaults.json", "notes.txt",
            })
            {
                await File.WriteAllTextAsync(Path.Combine(project, file), "{}");
            }

            var start = new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                ["msbuild", project, "-getItem:ShippedFile", "-nodeReuse:false", .. Repository.FeedProperties]);
            ProgramRun run = (await ProgramRun.ToEndAsync(start, Limit)).ThrowIfFailed("Asking for the files");

            Assert.Equal(
                ["authorizer.blue.json", "authorizer.json", "issuer.jwks.json", "roots.pem"],
                JsonNode.Parse(run.Output)!["Items"]!["ShippedFile"]!.AsArray()
                    .Select(item => $"{item!["Filename"]}{item["Extension"]}").Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
