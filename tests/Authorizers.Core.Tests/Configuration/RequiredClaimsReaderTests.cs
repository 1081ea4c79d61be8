using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class RequiredClaimsReaderTests : IDisposable
{
    private readonly Documentation.ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_are_texts_and_the_JSON_texts_of_numbers_and_booleans()
    {
        IssuerConfiguration issuer = _folder.Load(File("""{ "acr": ["high", 2, 1.50, true, false], "/org/id": ["7"] }"""), _ => null).Issuers[0];

        Assert.Equal(["acr", "/org/id"], issuer.RequiredClaims.Select(claim => claim.Key.ToString()));
        Assert.Equal(["high", "2", "1.50", "true", "false"], issuer.RequiredClaims[0].Value);
        Assert.Equal(["7"], issuer.RequiredClaims[1].Value);
    }

    [Theory]
    [InlineData("""{ "acr": [null, {}, []] }""", 3, "must be a string, a number, true or false")]
    [InlineData("""{ "acr": [] }""", 1, "must name at least one value")]
    [InlineData("""{ "acr": "high" }""", 1, "must be an array")]
    [InlineData("""{ "": ["high"] }""", 1, "must be named by a claim")]
    [InlineData("""{ "acr": ["a"], "acr": ["b"] }""", 1, "stands here twice")]
    [InlineData("""{ "acr": [""] }""", 1, "must not be empty")]
    [InlineData("""["acr"]""", 1, "must be an object")]
    public void Anything_else_is_a_problem(string claims, int count, string problem)
    {
        IReadOnlyList<string> problems = _folder.Problems(File(claims));

        Assert.Equal(count, problems.Count);
        Assert.All(problems, line => Assert.Matches(@"^\$\.issuers\[0\]\.requiredClaims[^:]*: ", line));
        Assert.All(problems, line => Assert.EndsWith(problem, line, StringComparison.Ordinal));
    }

    private static string File(string claims) => $$"""
        {
          "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["orders-api"], "requiredClaims": {{claims}} }],
          "routes": [{ "route": "GET /" }]
        }
        """;
}
