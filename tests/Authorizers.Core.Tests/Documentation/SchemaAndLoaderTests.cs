using System.Text.Json.Nodes;
using Authorizers.Core.Tests.Documentation.Rows;

namespace Authorizers.Core.Tests.Documentation;

public sealed class SchemaAndLoaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(RootRows.All), MemberType = typeof(RootRows))]
    [MemberData(nameof(DeploymentRows.All), MemberType = typeof(DeploymentRows))]
    [MemberData(nameof(IssuerRows.All), MemberType = typeof(IssuerRows))]
    [MemberData(nameof(IssuerQuestionRows.KeyRefresh), MemberType = typeof(IssuerQuestionRows))]
    [MemberData(nameof(IssuerQuestionRows.Introspection), MemberType = typeof(IssuerQuestionRows))]
    [MemberData(nameof(CredentialRows.Sections), MemberType = typeof(CredentialRows))]
    [MemberData(nameof(CredentialRows.Credentials), MemberType = typeof(CredentialRows))]
    [MemberData(nameof(CredentialRows.Bearer), MemberType = typeof(CredentialRows))]
    [MemberData(nameof(ApiKeyRows.Lookup), MemberType = typeof(ApiKeyRows))]
    [MemberData(nameof(ApiKeyRows.Format), MemberType = typeof(ApiKeyRows))]
    [MemberData(nameof(HandshakeRows.Sections), MemberType = typeof(HandshakeRows))]
    [MemberData(nameof(HandshakeRows.Ticket), MemberType = typeof(HandshakeRows))]
    [MemberData(nameof(HandshakeRows.WebSocket), MemberType = typeof(HandshakeRows))]
    [MemberData(nameof(RouteRows.Route), MemberType = typeof(RouteRows))]
    [MemberData(nameof(RouteRows.Condition), MemberType = typeof(RouteRows))]
    public void The_schema_and_the_loader_agree_about_a_file(string path, string members, bool good)
    {
        JsonObject file = ConfigurationSchema.SmallestFile();
        JsonObject level = ConfigurationSchema.Levels.Single(candidate => candidate.Path == path).In(file);
        foreach ((string name, JsonNode? value) in JsonNode.Parse(members)!.AsObject())
        {
            level[name] = value?.DeepClone();
        }

        string text = file.ToJsonString();
        Assert.Equal((good, good), (ConfigurationSchema.Accepts(text), _folder.Problems(text).Count == 0));
    }
}
