using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The schema that editors use, judged by a validator and held to what the function itself accepts.</summary>
public sealed class SchemaTests(NodePackages packages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What is written where in a good configuration, and where the validator must see it.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "/member", "1", "" },
        { "/issuers/0/member", "1", "/issuers/0" },
        { "/routes/0/member", "1", "/routes/0" },
        { "/issuers", "", "" },
        { "/routes", "", "" },
        { "/issuers/0/issuer", "", "/issuers/0" },
        { "/issuers/0/audiences", "", "/issuers/0" },
        { "/routes/0/route", "", "/routes/0" },
        { "/issuers", "{}", "/issuers" },
        { "/issuers", "[]", "/issuers" },
        { "/issuers/0", "\"https://issuer.example/\"", "/issuers/0" },
        { "/issuers/0/issuer", "1", "/issuers/0/issuer" },
        { "/issuers/0/audiences", "\"orders-api\"", "/issuers/0/audiences" },
        { "/issuers/0/allowHttp", "\"true\"", "/issuers/0/allowHttp" },
        { "/issuers/0/algorithms", "[\"HS256\"]", "/issuers/0/algorithms/0" },
        { "/issuers/0/principalClaim", "[\"sub\"]", "/issuers/0/principalClaim" },
        { "/issuers/0/keyRefresh", "60", "/issuers/0/keyRefresh" },
        { "/issuers/0/keyRefresh", """{"member":1}""", "/issuers/0/keyRefresh" },
        { "/issuers/0/keyRefresh", """{"refreshAfter":0}""", "/issuers/0/keyRefresh/refreshAfter" },
        { "/issuers/0/keyRefresh", """{"unknownKeyBurst":"4"}""", "/issuers/0/keyRefresh/unknownKeyBurst" },
        { "/clockSkew", "true", "/clockSkew" },
        { "/ticket", "\"tickets\"", "/ticket" },
        { "/ticket", """{"table":"tickets","member":1}""", "/ticket" },
        { "/ticket", """{"table":"tickets","ticketsFile":"tickets.jsonl"}""", "/ticket" },
        { "/ticket", """{"table":"tickets","sources":["cookie.ticket"]}""", "/ticket/sources/0" },
        { "/webSocket", """{"origins":["https://app.example/"]}""", "/webSocket/origins/0" },
        { "/webSocket", """{"origins":["null"]}""", "/webSocket/origins/0" },
        { "/webSocket", """{"requireOrigin":"yes"}""", "/webSocket/requireOrigin" },
        { "/routes", "\"GET /\"", "/routes" },
        { "/routes/0", "\"GET /\"", "/routes/0" },
        { "/routes/0/route", "1", "/routes/0/route" },
        { "/routes/0/anyone", "\"yes\"", "/routes/0/anyone" },
        { "/routes/0/scopes", "\"orders:read\"", "/routes/0/scopes" },
        { "/routes/0/groups", "[1]", "/routes/0/groups/0" },
        { "/context", "[\"tenant\"]", "/context" },
        { "/context/tenant", "1", "/context/tenant" },
        { "/onUnauthenticated", "\"refuse\"", "/onUnauthenticated" },
    };

    [Theory]
    [InlineData("events/authorizer.json")]
    [InlineData("src/Authorizers.Token/authorizer.json")]
    [InlineData("events/websocket/authorizer.json")]
    [InlineData("src/Authorizers.Request/authorizer.json")]
    [InlineData("src/Authorizers.Request/authorizer.http.json")]
    [InlineData("src/Authorizers.ApiKey/authorizer.json")]
    [InlineData("src/Authorizers.WebSocket/authorizer.json")]
    public async Task The_schema_accepts_every_configuration_of_this_project(string file) =>
        Assert.Empty(await ComplaintsAsync(Read(file)));

    [Fact]
    public async Task The_configuration_that_the_mistakes_are_made_in_is_good()
    {
        JsonObject good = Some.ConfigurationTrusting("https://issuer.example/");
        Assert.Empty(await ComplaintsAsync(good));
        Load(good);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_schema_refuses_a_mistake_where_it_stands(string place, string value, string complaint) =>
        Assert.Contains(complaint, await ComplaintsAsync(Spoilt(place, value)));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_function_refuses_the_same_mistake_there_too(string place, string value, string complaint)
    {
        ConfigurationException refusal = Assert.Throws<ConfigurationException>(() => Load(Spoilt(place, value)));
        Assert.Contains(refusal.Problems, problem => problem.StartsWith(JsonPlace.ToPath(complaint), StringComparison.Ordinal));
    }

    [Fact]
    public void The_function_knows_every_member_that_the_schema_names()
    {
        JsonNode schema = Schema();
        var configuration = new JsonObject(Named(schema));
        configuration["issuers"] = new JsonArray(new JsonObject(Named(schema["$defs"]!["issuer"]!)));
        configuration["issuers"]![0]!["keyRefresh"] = new JsonObject(Named(schema["$defs"]!["keyRefresh"]!));
        string[] sections = ["apiKey", "bearer", "credentials", "ticket", "webSocket"];
        Array.ForEach(sections, name => configuration[name] = new JsonObject(Named(schema["$defs"]![name]!)));
        configuration["routes"] = new JsonArray(new JsonObject(Named(schema["$defs"]!["route"]!)));
        ConfigurationException refusal = Assert.Throws<ConfigurationException>(() => Load(configuration));
        Assert.DoesNotContain(
            refusal.Problems, problem => problem.EndsWith("is not a member of this object", StringComparison.Ordinal));
    }

    /// <summary>Every member with a number, which is hardly ever right.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Named(JsonNode schema) =>
        schema["properties"]!.AsObject().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)JsonValue.Create(0)));

    private static void Load(JsonObject configuration)
    {
        using var file = new TemporaryFile(configuration.ToJsonString());
        ConfigurationFile.Load(file.Path, _ => null);
    }

    private static JsonObject Spoilt(string place, string value)
    {
        JsonObject configuration = Some.ConfigurationTrusting("https://issuer.example/");
        configuration["context"] = new JsonObject { ["tenant"] = "custom:tenant_id" };
        JsonPlace.Set(configuration, place, value);
        return configuration;
    }

    private static JsonNode Schema() => Read("docs/authorizer.schema.json");

    private static JsonNode Read(string file)
    {
        Assert.True(File.Exists(Repository.PathOf(file)), $"{file} is missing.");
        return JsonNode.Parse(File.ReadAllText(Repository.PathOf(file)), documentOptions: Lenient)!;
    }

    /// <summary>The places, as JSON pointers, of what the schema has against a document.</summary>
    private async Task<string[]> ComplaintsAsync(JsonNode document)
    {
        string input = new JsonObject { ["schema"] = Schema(), ["document"] = document }.ToJsonString();
        ProgramRun run = await ProgramRun.ToEndAsync(await packages.ScriptAsync("validate.mjs"), Limit, input);
        return JsonSerializer.Deserialize<string[]>(run.ThrowIfFailed("validate.mjs").Output)!;
    }
}
