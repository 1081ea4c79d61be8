using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class KeptResultsTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("300", "299", true)]
    [InlineData("300", "300", false)]
    [InlineData("0", "1", false)]
    [InlineData("3600", "null", false)]
    [InlineData("null", "60", true)]
    public void An_answer_kept_longer_than_a_token_may_grow_old_is_warned_of(string resultTtl, string maxTokenAge, bool warned)
    {
        AuthorizerConfiguration configuration = _folder.Load($$"""
            {
              "issuers": [
                { "issuer": "https://first.example/", "audiences": ["a"] },
                { "issuer": "https://second.example/", "audiences": ["a"], "maxTokenAge": {{maxTokenAge}} }
              ],
              "routes": [{ "route": "GET /" }],
              "resultTtl": {{resultTtl}}
            }
            """);
        List<string> lines = [];

        KeptResults.Examine(configuration, lines.Add);

        Assert.Equal(warned ? ["$.issuers[1].maxTokenAge"] : [], lines.Select(line => line.Split(':')[0]));
    }
}
