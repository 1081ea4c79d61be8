using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>Problems go to logs, and the environment holds secrets.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Secret = "s3cr3t+VALUE";

    private static readonly string[] EveryText =
    [
        "/issuers/0/issuer", "/issuers/0/alternateIssuers", "/issuers/0/discovery", "/issuers/0/jwksUri", "/issuers/0/jwksFile",
        "/issuers/0/audiences", "/issuers/0/clientIds", "/issuers/0/algorithms", "/issuers/0/tokenTypes",
        "/issuers/0/principalClaim", "/issuers/0/scopeClaims", "/issuers/0/groupClaims",
        "/issuers/0/introspection/endpoint", "/issuers/0/introspection/clientId", "/issuers/0/introspection/authentication",
        "/issuers/0/introspection/clientSecret", "/issuers/0/introspection/cacheFor", "/issuers/0/introspection/cacheInactiveFor",
        "/caFile", "/clockSkew", "/routes/0/route", "/routes/0/scopes", "/routes/0/groups", "/onUnauthenticated",
    ];

    /// <summary>Where the secret is nothing that could stand there.</summary>
    private static readonly string[] Wrong =
    [
        "$.caFile", "$.clockSkew", "$.issuers[0].algorithms[0]", "$.issuers[0].discovery", "$.issuers[0].jwksFile",
        "$.routes[0].route", "$.issuers[0].introspection.endpoint", "$.issuers[0].introspection.authentication",
        "$.issuers[0].introspection.cacheFor",
    ];

    private readonly ConfigurationFolder _folder = new();

    public SecrecyTests() => _folder.Variables["SECRET"] = Secret;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_from_the_environment_appears_in_no_problem()
    {
        string everywhere = WithText("${SECRET}");

        IReadOnlyList<string> problems = _folder.Problems(everywhere);

        Assert.DoesNotContain(problems, problem => problem.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.Superset(Wrong.ToHashSet(), problems.Select(problem => problem.Split(':')[0]).ToHashSet());
    }

    [Fact]
    public void A_pepper_that_stands_where_its_name_should_appears_in_no_problem()
    {
        IReadOnlyList<string> problems = _folder.Problems($$"""
            { "apiKey": { "table": "keys", "peppers": { "{{Secret}}": "1" } }, "routes": [{ "route": "GET /" }] }
            """);

        Assert.Equal(["$.apiKey.peppers: must be named by 1 to 32 letters, digits, hyphens, underscores and dots"], problems);
    }

    [Fact]
    public void Nor_does_the_text_around_a_variable_that_is_not_set()
    {
        IReadOnlyList<string> problems = _folder.Problems(WithText($"{Secret}${{UNSET}}"));

        Assert.Equal(
            EveryText.Length,
            problems.Count(problem => problem.EndsWith("needs ${UNSET}, which is not set", StringComparison.Ordinal)));
        Assert.DoesNotContain(problems, problem => problem.Contains(Secret, StringComparison.Ordinal));
    }

    private static string WithText(string text) => EveryText.Aggregate(
        JsonNode.Parse(ConfigurationFolder.Valid)!,
        (root, pointer) =>
        {
            bool isList = pointer.EndsWith('s');
            string[] steps = pointer.Split('/')[1..];
            JsonNode parent = steps.Length == 1 ? root : root[steps[0]]![0]!;
            parent = steps.Length < 4 ? parent : parent[steps[2]] ??= new JsonObject();
            parent[steps[^1]] = isList ? new JsonArray(text) : JsonValue.Create(text);
            return root;
        }).ToJsonString();
}
