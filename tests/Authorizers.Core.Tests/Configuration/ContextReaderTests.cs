namespace Authorizers.Core.Tests.Configuration;

public sealed class ContextReaderTests : IDisposable
{
    private const string Name = "must be named by letters, digits, underscores and hyphens, a letter or an underscore first";
    private const string Gateways = "must have another name: API Gateway uses this one itself";
    private const string Suites = "must have another name: the functions of this suite use this one themselves";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[]""", "$.context: must be an object")]
    [InlineData("""{"-a":"sub"}""", "$.context['-a']: " + Name)]
    [InlineData("""{"1a":"sub"}""", "$.context.1a: " + Name)]
    [InlineData("""{"a b":"sub"}""", "$.context['a b']: " + Name)]
    [InlineData("""{"\u00e4":"sub"}""", "$.context['ä']: " + Name)]
    [InlineData("""{"a.b":"sub"}""", "$.context['a.b']: " + Name)]
    [InlineData("""{"":"sub"}""", "$.context['']: " + Name)]
    [InlineData("""{"$a":"sub"}""", "$.context.$a: " + Name)]
    [InlineData("""{"a":7}""", "$.context.a: must be a string")]
    [InlineData("""{"a":null}""", "$.context.a: must be a string")]
    [InlineData("""{"a":""}""", "$.context.a: must not be empty")]
    [InlineData("""{"a":"sub","a":"iss"}""", "$.context.a: stands here twice")]
    [InlineData("""{"a":"sub","\u0061":"iss"}""", "$.context.a: stands here twice")]
    public void A_problem_is_told_where_it_stands(string context, string problem) =>
        Assert.Equal([problem], _folder.Problems(WithContext(context)));

    [Fact]
    public void A_key_that_something_else_has_is_refused_in_any_case()
    {
        string[] gateway =
        [
            "principalId", "claims", "error", "integrationLatency", "integrationStatus", "latency", "requestId", "status",
            "usageIdentifierKey",
        ];
        string[] suite = ["reason", "exp", "connectionId"];

        Assert.All(gateway.Concat(gateway.Select(key => key.ToUpperInvariant())), key => Assert.Equal(Gateways, ProblemOf(key)));
        Assert.All(suite.Concat(suite.Select(key => key.ToUpperInvariant())), key => Assert.Equal(Suites, ProblemOf(key)));
    }

    [Fact]
    public void Two_keys_that_differ_by_case_alone_are_refused() => Assert.Equal(
        ["$.context.zone: stands here in another case too"],
        _folder.Problems(WithContext("""{"Zone":"z","zone":"a"}""")));

    [Fact]
    public void Keys_keep_their_order_and_case()
    {
        var context = _folder.Load(WithContext("""{"Zone":"z","tenant-id":"a","_1":"/b/c"}""")).Context;

        Assert.Equal(["Zone=z", "tenant-id=a", "_1=/b/c"], context.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private string ProblemOf(string key) =>
        Assert.Single(_folder.Problems(WithContext($$"""{"{{key}}":"sub"}"""))).Replace($"$.context.{key}: ", "");

    private static string WithContext(string context) =>
        $$"""
        {
          "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"] }],
          "routes": [{ "route": "GET /orders" }],
          "context": {{context}}
        }
        """;
}
