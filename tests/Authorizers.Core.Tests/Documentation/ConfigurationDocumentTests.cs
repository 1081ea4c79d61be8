using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Documentation;

public sealed class ConfigurationDocumentTests : IDisposable
{
    private const string Problems = "Problems";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["configuration.md"];

    private readonly ConfigurationFolder _folder = new();

    public static TheoryData<string> Levels => ConfigurationSchema.LevelNames;

    /// <summary>All but the one that shows what is wrong with it.</summary>
    public static TheoryData<string> Examples =>
    [
        .. MarkdownDocument.All.Values
            .SelectMany(document => document.Blocks("jsonc"))
            .Except(Document.Section(Problems).Blocks("jsonc")),
    ];

    /// <summary>Those that are whole; the full example has what no single function takes.</summary>
    public static TheoryData<string> KeyExamples =>
    [
        .. MarkdownDocument.All["api-keys.md"].Blocks("jsonc"),
        .. Document.Section("Which credentials").Blocks("jsonc"),
    ];

    /// <summary>The one in which the authorizer of the ticket's own route is configured is no handshake's.</summary>
    public static TheoryData<string> WebSocketExamples =>
    [
        .. MarkdownDocument.All["websocket.md"].Blocks("jsonc").Where(text => text.Contains("$connect", StringComparison.Ordinal)),
        .. Document.Section("WebSocket APIs").Blocks("jsonc"),
    ];

    public static TheoryData<string> Files =>
    [
        .. RepositoryFiles.Find("events", "authorizer.json"),
        .. RepositoryFiles.Find("events", "*.config.json"),
        .. RepositoryFiles.Find("src", "authorizer*.json"),
        .. RepositoryFiles.Find("docs/examples", "*.json"),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_table_has_the_members_types_and_defaults_of_the_schema(string name)
    {
        SchemaLevel level = ConfigurationSchema.Level(name);

        Assert.Equal(
            level.Members.Select(member => $"`{member}` {TypeOf(level.Member(member))} {DefaultOf(level, member)}"),
            Document.Section(name).Table("member").Select(row => $"{row[0]} {row[1]} {row[2]}"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_good(string text)
    {
        Assert.Empty(_folder.Problems(text));
        Assert.True(ConfigurationSchema.Accepts(text));
        AssertKeepable(_folder.Load(text, ConfigurationFolder.Variable));
    }

    [Theory]
    [MemberData(nameof(KeyExamples))]
    public void An_example_of_api_keys_starts_the_function_that_takes_them(string text) =>
        Assert.NotNull(_folder.Load(text, ConfigurationFolder.Variable, EventKind.ApiKey).ApiKey);

    [Theory]
    [MemberData(nameof(WebSocketExamples))]
    public void An_example_of_a_handshake_starts_the_function_that_authorizes_it(string text) =>
        Assert.Contains(
            _folder.Load(text, ConfigurationFolder.Variable, EventKind.WebSocket).Routes.Rules,
            rule => rule.Route.ToString() == "$connect");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_configuration_of_the_repository_is_good(string name)
    {
        AuthorizerConfiguration configuration =
            ConfigurationFile.Load(RepositoryFiles.PathOf(name), ConfigurationFolder.Variable, KindOf(name));

        Assert.True(configuration.Issuers.Count > 0 || configuration.ApiKey is not null || configuration.Ticket is not null);
        Assert.True(ConfigurationSchema.Accepts(RepositoryFiles.Read(name)));
        AssertKeepable(configuration);
    }

    [Fact]
    public void The_full_example_and_those_of_what_it_cannot_have_too_have_every_member()
    {
        string[] sections = ["Full example", "Opaque tokens", "Conditions", "Which credentials", "WebSocket APIs"];
        IEnumerable<string> examples = sections.SelectMany(section => Document.Section(section).Blocks("jsonc"));

        Assert.Empty(ConfigurationSchema.Levels.SelectMany(level => level.Members)
            .Except(examples.SelectMany(example => NamesIn(CommentedJson.Parse(example)))));
    }

    [Fact]
    public void The_problems_are_printed_as_shown()
    {
        MarkdownDocument section = Document.Section(Problems);

        Assert.Equal(
            section.Block("text").Split('\n'),
            _folder.Problems(section.Block("jsonc"), name => name == "TENANT" ? null : ConfigurationFolder.Variable(name)));
    }

    [Fact]
    public void The_methods_are_those_of_the_code()
    {
        string[] row = Document.Section("Routes").Table("part").Single(row => row[0] == "method");

        Assert.Equal([.. Some.Rule("ANY /").Route.Methods, "ANY"], MarkdownDocument.Code(row[1]));
    }

    /// <summary>Of the function that the folder belongs to; None where several read the file.</summary>
    private static EventKind KindOf(string name) => name.Split('/')[1] switch
    {
        "token" or "Authorizers.Token" => EventKind.Token,
        "request" or "Authorizers.Request" => EventKind.Request,
        "api-key" or "Authorizers.ApiKey" => EventKind.ApiKey,
        "websocket" or "Authorizers.WebSocket" => EventKind.WebSocket,
        _ => EventKind.None,
    };

    private static IEnumerable<string> NamesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static string TypeOf(JsonElement member)
    {
        JsonElement type = member.GetProperty("type");
        string[] types = type.ValueKind == JsonValueKind.Array
            ? [.. type.EnumerateArray().Select(name => name.GetString()!).Where(name => name != "null")]
            : [type.GetString()!];
        return types switch
        {
            ["array"] when member.GetProperty("items").TryGetProperty("type", out JsonElement item) => $"{item.GetString()}[]",
            ["array"] => "object[]",
            ["integer", "string"] => "duration",
            ["string", "array"] => "string, string[]",
            _ => Assert.Single(types),
        };
    }

    private static string DefaultOf(SchemaLevel level, string member) =>
        level.Required.Contains(member) ? "required"
        : level.Default(member) is { } json ? $"`{JsonNode.Parse(json)!.ToJsonString()}`"
        : "–";

    /// <summary>No function refuses its routes while API Gateway keeps answers, unless it says that nothing is kept.</summary>
    private static void AssertKeepable(AuthorizerConfiguration configuration)
    {
        var problems = new ProblemList();
        TableRules.Check(configuration, problems);
        Assert.Equal(0, problems.Count);
    }
}
