using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>What a function may ask of callers, beside what the shape of a file says.</summary>
public sealed class CredentialRulesTests : IDisposable
{
    private const string Both = """["header.x-api-key","header.Authorization"]""";
    private const string OneHeader = """["header.Authorization"]""";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("anyOf", Both, "header.x-api-key", 60, "$.credentials.anyOf")]
    [InlineData("anyOf", Both, "header.x-api-key", 0, null)]
    [InlineData("anyOf", OneHeader, "header.Authorization", 60, null)]
    [InlineData("allOf", Both, "header.x-api-key", 60, null)]
    [InlineData("allOf", OneHeader, "header.Authorization", 60, "$.credentials.allOf")]
    [InlineData("allOf", OneHeader, "header.Authorization", 0, "$.credentials.allOf")]
    [InlineData("allOf", OneHeader, "header.x-api-key", 60, "$.apiKey.sources[0]")]
    [InlineData("allOf", OneHeader, "query.key", 60, "$.apiKey.sources[0]")]
    [InlineData("allOf", Both, "subprotocol.key", 0, "$.apiKey.sources[0]")]
    public void Two_credentials_need_places_that_a_kept_answer_tells_apart(
        string rule, string identitySources, string keySource, int resultTtl, string? path) => Assert.Equal(
        path is null ? [] : [path],
        Paths(EventKind.ApiKey, $$"""
            {
              "credentials": { "{{rule}}": ["apiKey", "bearer"] },
              "apiKey": { "table": "keys", "sources": ["{{keySource}}"] },
              "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["a"] }],
              "identitySources": {{identitySources}}, "resultTtl": {{resultTtl}},
              "routes": [{ "route": "GET /" }]
            }
            """));

    [Theory]
    [InlineData(EventKind.Token, "$.credentials")]
    [InlineData(EventKind.Request, "$.credentials")]
    [InlineData(EventKind.ApiKey, null)]
    [InlineData(EventKind.None, null)]
    public void Only_the_function_that_can_look_up_keys_may_ask_for_them(EventKind events, string? path) => Assert.Equal(
        path is null ? [] : [path],
        Paths(events, """
            {
              "credentials": { "anyOf": ["apiKey", "bearer"] },
              "apiKey": { "table": "keys", "sources": ["header.Authorization"] },
              "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["a"] }],
              "routes": [{ "route": "GET /" }]
            }
            """));

    [Theory]
    [InlineData(EventKind.Token, "apiKey")]
    [InlineData(EventKind.Request, "apiKey")]
    [InlineData(EventKind.ApiKey, "issuers")]
    public void Without_a_word_each_function_asks_for_its_own_and_says_what_it_leaves(EventKind events, string unused)
    {
        _folder.Write(ConfigurationFile.DefaultName, """
            {
              "apiKey": { "table": "keys", "sources": ["header.Authorization"] },
              "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["a"] }],
              "routes": [{ "route": "GET /" }]
            }
            """);
        AuthorizerConfiguration configuration = ConfigurationFile.Load(_folder.Path, _ => null, events);
        List<string> lines = [];

        CredentialWarnings.Examine(configuration, lines.Add);

        Assert.Equal(events == EventKind.ApiKey, configuration.Credentials.ApiKey);
        Assert.Equal(events != EventKind.ApiKey, configuration.Credentials.Bearer);
        Assert.Single(lines, line => line.StartsWith($"$.{unused}: is not used", StringComparison.Ordinal));
        Assert.Equal(
            events == EventKind.ApiKey, lines.Exists(line => line.Contains("an API key suffices", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(EventKind.WebSocket, """{ "anyOf": ["bearer"] }""", "ticket", "tickets are not asked for")]
    [InlineData(EventKind.WebSocket, """{ "anyOf": ["ticket"] }""", "issuers", "tickets alone are asked for")]
    [InlineData(EventKind.WebSocket, """{ "anyOf": ["ticket"] }""", "apiKey", "API keys are not asked for")]
    [InlineData(EventKind.WebSocket, """{ "anyOf": ["ticket", "bearer"] }""", "apiKey", "API keys are not asked for")]
    [InlineData(EventKind.Request, """{ "anyOf": ["bearer"] }""", "ticket", "tickets are not asked for")]
    [InlineData(EventKind.Request, """{ "anyOf": ["bearer"] }""", "webSocket", "it is for the WebSocket authorizer")]
    public void What_is_said_of_a_section_without_a_use_is_true_where_it_is_said(
        EventKind events, string credentials, string unused, string why)
    {
        _folder.Write(ConfigurationFile.DefaultName, $$"""
            {
              "credentials": {{credentials}},
              "ticket": { "table": "tickets" },
              "webSocket": { "requireOrigin": true },
              "apiKey": { "table": "keys" },
              "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["a"] }],
              "routes": [{ "route": "$connect" }]
            }
            """);
        List<string> lines = [];

        CredentialWarnings.Examine(ConfigurationFile.Load(_folder.Path, _ => null, events), lines.Add);

        Assert.Single(lines, line => line.StartsWith($"$.{unused}: is not used: {why}", StringComparison.Ordinal));
    }

    private string[] Paths(EventKind events, string json)
    {
        _folder.Write(ConfigurationFile.DefaultName, json);
        try
        {
            ConfigurationFile.Load(_folder.Path, _ => null, events);
            return [];
        }
        catch (ConfigurationException e)
        {
            return [.. e.Message.Split('\n').Where(line => line.StartsWith('$')).Select(line => line.Split(": ")[0])];
        }
    }
}
