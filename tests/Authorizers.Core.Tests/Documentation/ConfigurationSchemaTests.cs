using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Documentation;

public sealed class ConfigurationSchemaTests : IDisposable
{
    /// <summary>A value unlike the default, to show that the comparison of defaults would see one.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["clockSkew"] = "61",
        ["context"] = """{ "tenant": "custom:tenant_id" }""",
        ["maxContextBytes"] = "4095",
        ["maxResponseBytes"] = "8191",
        ["expiryCondition"] = "true",
        ["verifiedTokens"] = "0",
        ["identitySources"] = """["context.identity.sourceIp"]""",
        ["bearer"] = """{ "sources": ["cookie.session"] }""",
        ["prefix"] = "\"key\"",
        ["consistentRead"] = "true",
        ["allowUnpeppered"] = "true",
        ["cacheUnknownFor"] = "6",
        ["sources"] = """["query.access_token"]""",
        ["requireOrigin"] = "true",
        ["resultTtl"] = "0",
        ["response"] = "\"simple\"",
        ["onUnauthenticated"] = "\"deny\"",
        ["alternateIssuers"] = """["issuer.example"]""",
        ["allowHttp"] = "true",
        ["anyAudience"] = "true",
        ["clientIds"] = """["shop"]""",
        ["algorithms"] = """["RS256"]""",
        ["tokenTypes"] = """["at+jwt"]""",
        ["requiredClaims"] = """{ "acr": ["high"] }""",
        ["principalClaim"] = "\"client_id\"",
        ["scopeClaims"] = """["scope"]""",
        ["groupClaims"] = "[]",
        ["keyRefresh"] = """{ "refreshAfter": 61 }""",
        ["refreshAfter"] = "61",
        ["staleLimit"] = "\"1.00:00:00\"",
        ["fetchTimeout"] = "2",
        ["backOff"] = "6",
        ["backOffLimit"] = "61",
        ["unknownKeyBurst"] = "5",
        ["unknownKeyRefill"] = "31",
        ["unknownKeyInterval"] = "6",
        ["unknownKeyMemory"] = "0",
        ["unknownKeyCount"] = "1001",
        ["anyone"] = "true",
        ["authentication"] = "\"client_secret_post\"",
        ["cacheFor"] = "59",
        ["cacheInactiveFor"] = "0",
    };

    private readonly ConfigurationFolder _folder = new();

    public static TheoryData<string> Levels => ConfigurationSchema.LevelNames;

    public static TheoryData<string, string> Defaults =>
    [
        .. from level in ConfigurationSchema.Levels
           from member in level.Members
           where level.Default(member) is not null
           select (level.Name, member),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_loader_knows_the_members_of_the_schema_and_no_others(string name)
    {
        SchemaLevel level = ConfigurationSchema.Level(name);
        IEnumerable<string> candidates = LiteralTexts.Of(typeof(ConfigurationFile).Assembly)
            .Where(text => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '$'))
            .Concat(level.Members)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(
            level.Members.Order(StringComparer.Ordinal),
            candidates.Where(text => IsKnown(level, text)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_admits_no_other_members_and_describes_each(string name)
    {
        SchemaLevel level = ConfigurationSchema.Level(name);

        Assert.Equal(JsonValueKind.False, level.Schema.GetProperty("additionalProperties").ValueKind);
        Assert.All(level.Members, member => Assert.NotEmpty(level.Member(member).GetProperty("description").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_loader_misses_each_required_member(string name)
    {
        SchemaLevel level = ConfigurationSchema.Level(name);

        Assert.All(level.Required, member =>
        {
            JsonObject file = ConfigurationSchema.SmallestFile();
            level.In(file).Remove(member);
            Assert.Matches($"^{Regex.Escape($"{level.Path}.{member}: is missing")}", _folder.Problems(file.ToJsonString())[0]);
        });
    }

    [Fact]
    public void The_required_members_and_one_of_each_choice_suffice()
    {
        JsonObject file = ConfigurationSchema.SmallestFile();

        Assert.Empty(_folder.Problems(file.ToJsonString()));
        string[] others =
        [
            "issuers", "audiences", "introspection", "clientSecret", "allOf", "table", "peppers", "when", "present",
        ];
        Assert.All(ConfigurationSchema.Levels, level =>
            Assert.Equal(level.Required, level.In(file).Select(member => member.Key).Except(others)));
        Assert.Empty(_folder.Problems(file.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void A_member_left_out_is_as_if_it_had_its_default(string name, string member)
    {
        SchemaLevel level = ConfigurationSchema.Level(name);
        JsonObject smallest = ConfigurationSchema.SmallestFile();
        level.In(smallest);
        string leftOut = Loaded(smallest);

        Assert.Equal(leftOut, Loaded(FileWith(level, member, level.Default(member)!)));
        Assert.NotEqual(leftOut, Loaded(FileWith(level, member, Otherwise[member])));
    }

    [Fact]
    public void The_algorithms_are_those_of_the_code()
    {
        JsonElement item = ConfigurationSchema.Level("`issuers[]`").Member("algorithms").GetProperty("items");
        JsonElement own = ConfigurationSchema.Level("`introspection`").Member("algorithm");
        IEnumerable<string> names = JwsAlgorithm.All.Select(row => row.Name);

        Assert.Equal(names, Names(item));
        Assert.Equal([.. names, null], Names(own));
    }

    [Fact]
    public void The_context_keys_that_something_else_has_are_those_of_the_code()
    {
        JsonElement names = ConfigurationSchema.Level("Root").Member("context").GetProperty("propertyNames");
        IEnumerable<string?> refused =
            names.GetProperty("not").GetProperty("enum").EnumerateArray().Select(name => name.GetString());
        IEnumerable<string> told = MarkdownDocument.All["configuration.md"].Section("Context").Table("a key")
            .Where(row => row[0].StartsWith("is no", StringComparison.Ordinal))
            .SelectMany(row => MarkdownDocument.Code(row[0]));

        Assert.Equal(ContextReader.Reserved.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
        Assert.Equal(ContextReader.Reserved.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> Names(JsonElement schema) =>
        schema.GetProperty("anyOf")[0].GetProperty("enum").EnumerateArray().Select(name => name.GetString());

    private static JsonObject FileWith(SchemaLevel level, string member, string json)
    {
        JsonObject file = ConfigurationSchema.SmallestFile();
        level.In(file)[member] = JsonNode.Parse(json);
        return file;
    }

    private bool IsKnown(SchemaLevel level, string member)
    {
        IReadOnlyList<string> problems = _folder.Problems(FileWith(level, member, "null").ToJsonString());
        return !problems.Contains($"{level.Path}.{member}: is not a member of this object");
    }

    private string Loaded(JsonObject file)
    {
        string text = file.ToJsonString();
        IReadOnlyList<string> problems = _folder.Problems(text);
        return problems.Count > 0 ? ObjectText.Of(problems) : ObjectText.Of(_folder.Load(text, ConfigurationFolder.Variable));
    }
}
