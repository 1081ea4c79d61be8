namespace Authorizers.Core.Tests.Configuration;

public sealed class ContextReaderTests : IDisposable
{
    private const string Name = "must be named by letters, digits and underscores, and not principalId, claims or reason";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[]""", "$.context: must be an object")]
    [InlineData("""{"principalId":"sub"}""", "$.context.principalId: " + Name)]
    [InlineData("""{"claims":"sub"}""", "$.context.claims: " + Name)]
    [InlineData("""{"reason":"sub"}""", "$.context.reason: " + Name)]
    [InlineData("""{"a-b":"sub"}""", "$.context['a-b']: " + Name)]
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
    public void Keys_keep_their_order_and_case()
    {
        var context = _folder.Load(WithContext("""{"Zone":"z","zone":"a","_1":"/b/c"}""")).Context;

        Assert.Equal(["Zone=z", "zone=a", "_1=/b/c"], context.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private static string WithContext(string context) =>
        $$"""
        {
          "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"] }],
          "routes": [{ "route": "GET /orders" }],
          "context": {{context}}
        }
        """;
}
