using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Tests.Events;

namespace Authorizers.Core.Tests.Configuration;

public sealed class CachingRulesTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "identitySources": ["header.Authorization", "query.tenant"], "response": "policy" }""")]
    [InlineData("""{ "identitySources": ["header.AUTHORIZATION"] }""")]
    [InlineData("""{ "bearer": { "sources": ["query.t"] }, "identitySources": ["query.t"] }""")]
    [InlineData("""{ "bearer": { "sources": ["cookie.t"] }, "identitySources": ["header.cookie"] }""")]
    [InlineData("""{ "bearer": { "sources": ["cookie.t", "query.t"] }, "identitySources": [], "resultTtl": 0 }""")]
    [InlineData("""{ "response": "simple", "identitySources": ["header.Authorization", "context.routeKey"] }""")]
    [InlineData("""{ "response": "simple", "resultTtl": 0 }""")]
    public void A_request_authorizer_starts_where_nothing_decides_but_the_identity_sources(string members) =>
        Assert.Equal("", Problems(members, EventKind.Request));

    [Theory]
    [InlineData("""{ "identitySources": [] }""", "$.bearer.sources[0]")]
    [InlineData("""{ "identitySources": ["header.X-Tenant"] }""", "$.bearer.sources[0]")]
    [InlineData("""{ "bearer": { "sources": ["header.Authorization", "query.t"] } }""", "$.bearer.sources[1]")]
    [InlineData("""{ "bearer": { "sources": ["query.T"] }, "identitySources": ["query.t"] }""", "$.bearer.sources[0]")]
    [InlineData("""{ "bearer": { "sources": ["cookie.t"] } }""", "$.bearer.sources[0]")]
    [InlineData("""{ "bearer": { "sources": ["subprotocol.t"] }, "resultTtl": 0 }""", "$.bearer.sources[0]")]
    [InlineData("""{ "response": "simple" }""", "$.identitySources")]
    [InlineData("""{ "response": "simple", "identitySources": [] }""", "$.bearer.sources[0] $.identitySources")]
    public void Otherwise_it_does_not_start_and_says_where(string members, string paths) =>
        Assert.Equal(paths, Problems(members, EventKind.Request));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{ "bearer": { "sources": ["header.X-Token"] }, "identitySources": ["header.x-token"] }""", "")]
    [InlineData("""{ "bearer": { "sources": ["header.X-Token"] } }""", "$.bearer.sources[0]")]
    [InlineData("""{ "identitySources": [], "resultTtl": 0 }""", "$.identitySources")]
    [InlineData("""{ "identitySources": ["header.Authorization", "header.X"] }""", "$.identitySources")]
    [InlineData("""{ "bearer": { "sources": ["header.Authorization", "query.t"] }, "resultTtl": 0 }""", "$.bearer.sources")]
    [InlineData("""{ "bearer": { "sources": ["query.t"] }, "identitySources": ["query.t"] }""", "$.bearer.sources $.identitySources")]
    [InlineData("""{ "response": "simple", "resultTtl": 0 }""", "$.response")]
    public void A_token_authorizer_is_asked_for_one_header_and_a_policy(string members, string paths) =>
        Assert.Equal(paths, Problems(members, EventKind.Token));

    [Fact]
    public void What_is_no_function_may_be_asked_for_anything() => Assert.Equal(
        "", Problems("""{ "bearer": { "sources": ["subprotocol.t", "query.x"] }, "response": "simple" }""", EventKind.None));

    [Fact]
    public void These_problems_are_reported_with_all_others() => Assert.Equal(
        "$.bearer.sources[0] $.clockSkew $.route",
        Problems("""{ "identitySources": [], "clockSkew": -1, "route": 1 }""", EventKind.Request));

    [Fact]
    public void What_was_not_read_is_not_held_against_the_rest() => Assert.Equal(
        "$.identitySources[0]", Problems("""{ "identitySources": ["Authorization"] }""", EventKind.Request));

    [Theory]
    [InlineData("header.X-Tenant", "header.x-tenant", true)]
    [InlineData("header.X-Tenant", "query.X-Tenant", false)]
    [InlineData("stageVariable.t", "stageVariable.t", true)]
    [InlineData("context.identity.sourceIp", "context.identity.sourceIp", true)]
    [InlineData("context.identity.sourceIp", "context.sourceIp", false)]
    [InlineData("cookie.t", "header.Cookie", true)]
    [InlineData("clientCertificate.subjectDN", "context.identity.clientCert.subjectDN", true)]
    [InlineData("clientCertificate.subjectDN", "context.authentication.clientCert.subjectDN", true)]
    [InlineData("clientCertificate.subjectDN", "context.identity.clientCert.issuerDN", false)]
    [InlineData("clientCertificate.subjectDN", "context.identity.clientCert.clientCertPem", true)]
    [InlineData("clientCertificate.notAfter", "context.identity.clientCert.validity.notAfter", true)]
    [InlineData("clientCertificate.thumbprint", "context.authentication.clientCert.clientCertPem", true)]
    [InlineData("clientCertificate.thumbprint", "context.identity.clientCert.serialNumber", false)]
    [InlineData("context.identity.clientCert.serialNumber", "context.authentication.clientCert.serialNumber", true)]
    [InlineData("context.identity.sourceIp", "context.identity.clientCert.clientCertPem", false)]
    public void A_condition_needs_its_key_among_the_sources_while_answers_are_kept(string key, string source, bool good)
    {
        Assert.Equal(good, Check(EventKind.Request, key, source, TimeSpan.FromSeconds(1)).Count == 0);
        Assert.Equal(0, Check(EventKind.Request, key, source, TimeSpan.Zero).Count);
        Assert.Equal(1, Check(EventKind.Token, key, "header.Authorization", TimeSpan.Zero).Count);
    }

    [Fact]
    public void Each_key_that_a_route_asks_for_is_named_with_the_source_that_it_needs() => Assert.Equal(
        [
            "$.bearer.sources[0]: needs header.Cookie among identitySources",
            "$.routes[0].when['clientCertificate.thumbprint']: needs context.identity.clientCert.clientCertPem among identitySources",
            "$.routes[0].when['header.X-Tenant']: needs header.X-Tenant among identitySources",
        ],
        Load(
            """
            {
              "bearer": { "sources": ["cookie.session"] },
              "routes": [{
                "route": "GET /",
                "when": { "header.X-Tenant": { "present": true }, "clientCertificate.thumbprint": { "present": true } }
              }]
            }
            """,
            EventKind.Request).Select(problem => problem.Split(" while ")[0]));

    private string Problems(string members, EventKind kind) =>
        string.Join(' ', Load(members, kind).Select(problem => problem.Split(": ")[0]));

    private IReadOnlyList<string> Load(string members, EventKind kind)
    {
        JsonObject file = JsonNode.Parse(ConfigurationFolder.Valid)!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(members)!.AsObject())
        {
            file[name] = value?.DeepClone();
        }

        _folder.Write(ConfigurationFile.DefaultName, file.ToJsonString());
        try
        {
            ConfigurationFile.Load(_folder.Path, _ => null, kind);
            return [];
        }
        catch (ConfigurationException e)
        {
            return e.Problems;
        }
    }

    private static ProblemList Check(EventKind kind, string condition, string source, TimeSpan resultTtl)
    {
        IReadOnlyList<RequestKey> sources = [SomeEvent.Key("header.Authorization"), SomeEvent.Key(source)];
        var problems = new ProblemList();
        new CachingRules(kind, new AuthorizerConfiguration
        {
            Issuers = [],
            ClockSkew = default,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            ResultTtl = resultTtl,
            IdentitySources = kind == EventKind.Token ? sources.Take(1).ToArray() : sources,
        }).Check([new ConditionUse(SomeEvent.Key(condition), 0)], problems);
        return problems;
    }
}
