using Authorizers.Core.Configuration;
using Authorizers.Core.Responses;

namespace Authorizers.Core.Tests.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private const string Skew = "$.clockSkew: must be seconds or [d.]hh:mm:ss, from 0 to 00:10:00";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_smallest_configuration_has_safe_defaults()
    {
        AuthorizerConfiguration configuration = _folder.Load(ConfigurationFolder.Valid);

        IssuerConfiguration issuer = Assert.Single(configuration.Issuers);
        Assert.Equal(TimeSpan.FromMinutes(1), configuration.ClockSkew);
        Assert.Equal(OnUnauthenticated.Throw, configuration.OnUnauthenticated);
        Assert.Empty(configuration.Context);
        Assert.NotNull(configuration.Routes.Find(Some.Call("GET/orders")));
        Assert.Null(configuration.Routes.Find(Some.Call("GET/other")));
        Assert.Equal(["RS256", "PS256", "ES256"], issuer.Algorithms.Select(algorithm => algorithm.Name));
        Assert.Equal("https://issuer.example/.well-known/openid-configuration", issuer.DiscoveryAddress);
        Assert.Equal("https://issuer.example/.well-known/oauth-authorization-server", issuer.FallbackDiscoveryAddress);
        Assert.Equal(new KeyRefresh(), issuer.KeyRefresh);
        Assert.Equal("sub", issuer.PrincipalClaim.ToString());
        Assert.Equal(["scope", "scp"], issuer.ScopeClaims.Select(name => name.ToString()));
        Assert.Equal(["cognito:groups", "groups", "roles"], issuer.GroupClaims.Select(name => name.ToString()));
        Assert.False(issuer.AnyAudience);
        Assert.False(issuer.AllowHttp);
    }

    [Fact]
    public void Every_member_is_read()
    {
        AuthorizerConfiguration configuration = _folder.Load(
            """
            {
              "$schema": "authorizer.schema.json", // comments
              "issuers": [
                { "issuer": "https://a.example/", "audiences": ["x", "y"] },
                { "issuer": "https://b.example/", "anyAudience": true },
              ],
              "clockSkew": "00:00:05",
              "routes": [{ "route": "GET /a", "anyone": true }, { "route": "GET /b", "scopes": ["s"], "groups": ["g"] }],
              "context": { "tenant": "custom:tenant_id", "role_1": "/realm/role" }, /* and trailing commas */
              "onUnauthenticated": "deny",
            }
            """);

        Assert.Equal(["https://a.example/", "https://b.example/"], configuration.Issuers.Select(issuer => issuer.Issuer));
        Assert.Equal(TimeSpan.FromSeconds(5), configuration.ClockSkew);
        Assert.True(configuration.Routes.Find(Some.Call("GET/a"))?.Anyone);
        Assert.Equal(["s"], configuration.Routes.Find(Some.Call("GET/b"))?.Scopes);
        Assert.Equal(["g"], configuration.Routes.Find(Some.Call("GET/b"))?.Groups);
        Assert.Equal(
            ["tenant=custom:tenant_id", "role_1=/realm/role"],
            configuration.Context.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(OnUnauthenticated.Deny, configuration.OnUnauthenticated);
    }

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_their_paths() => Assert.Equal(
        [
            "$.clockSkew: must be seconds or [d.]hh:mm:ss, from 0 to 00:10:00",
            "$.context['a:b']: must be named by letters, digits, underscores and hyphens, a letter or an underscore first",
            "$.issuers[0].algorithms[1]: must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512",
            "$.issuers[0].audiences: is missing; name this API's audience, or set anyAudience to accept tokens minted for others",
            "$.issuers[0].issuer: needs ${ISSUER}, which is not set",
            "$.onUnauthenticated: must be \"throw\" or \"deny\"",
            "$.routes[0].route: must be a string",
            "$.routes[1].scopes: must name at least one value; leave it out to ask for none",
            "$.typo: is not a member of this object",
        ],
        _folder.Problems(
            """
            {
              "typo": true, "onUnauthenticated": "ignore", "clockSkew": "1h", "context": { "a:b": "sub" },
              "routes": [{ "route": 7 }, { "route": "GET /a", "scopes": [] }],
              "issuers": [{ "issuer": "${ISSUER}", "algorithms": ["RS256", "HS256"] }]
            }
            """));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData("\"30\"", 30)]
    [InlineData("\"00:10:00\"", 600)]
    [InlineData("\"${SKEW}\"", 45)]
    [InlineData("null", 60)]
    public void A_skew_is_seconds_or_a_duration(string value, int seconds)
    {
        _folder.Variables["SKEW"] = "45";

        Assert.Equal(TimeSpan.FromSeconds(seconds), _folder.Load(ConfigurationFolder.Spoilt("/clockSkew", value)).ClockSkew);
    }

    [Theory]
    [InlineData("/clockSkew", "601", Skew)]
    [InlineData("/clockSkew", "1.5", Skew)]
    [InlineData("/clockSkew", "-1", Skew)]
    [InlineData("/clockSkew", "\"1m\"", Skew)]
    [InlineData("/clockSkew", "true", "$.clockSkew: must be a string")]
    [InlineData("/maxResponseBytes", "1023", "$.maxResponseBytes: must be a whole number from 1024 to 1048576")]
    [InlineData("/expiryCondition", "1", "$.expiryCondition: must be true or false")]
    [InlineData("/maxContextBytes", "255", "$.maxContextBytes: must be a whole number from 256 to 8192")]
    [InlineData("/maxContextBytes", "8193", "$.maxContextBytes: must be a whole number from 256 to 8192")]
    [InlineData("/onUnauthenticated", "\"Deny\"", "$.onUnauthenticated: must be \"throw\" or \"deny\"")]
    [InlineData("/onUnauthenticated", "false", "$.onUnauthenticated: must be a string")]
    [InlineData("/Routes", "[]", "$.Routes: is not a member of this object")]
    [InlineData("/custom:member", "1", "$['custom:member']: is not a member of this object")]
    public void A_problem_is_told_where_it_stands(string member, string value, string problem) =>
        Assert.Equal([problem], _folder.Problems(ConfigurationFolder.Spoilt(member, value)));

    [Fact]
    public void A_member_that_stands_twice_is_a_problem_even_in_two_spellings() => Assert.Equal(
        ["$.routes: stands here twice"],
        _folder.Problems($$"""{{ConfigurationFolder.Valid.TrimEnd()[..^1]}}, "r\u006futes": [] }"""));

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be() =>
        Assert.Equal([$"$: there is no file {_folder.Path}"], _folder.Problems());

    [Fact]
    public void A_folder_that_is_not_there_is_no_file_either()
    {
        string path = _folder.PathOf("nowhere/authorizer.json");

        ConfigurationException thrown = Assert.Throws<ConfigurationException>(() => ConfigurationFile.Load(path, _ => null));

        Assert.Equal([$"$: there is no file {path}"], thrown.Problems);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_to_be()
    {
        Directory.CreateDirectory(_folder.Path);

        Assert.Equal([$"$: cannot read {_folder.Path}"], _folder.Problems());
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"routes\": [,]\n}", 2, 14)]
    [InlineData("{}\n{}", 2, 1)]
    [InlineData("{'a':1}", 1, 2)]
    public void What_is_not_JSON_is_told_with_line_and_byte(string text, int line, int at) =>
        Assert.Equal([$"$: is not JSON: line {line}, byte {at} of {_folder.Path}"], _folder.Problems(text));

    [Theory]
    [InlineData(new byte[] { 0xe9 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    public void A_file_in_another_encoding_than_UTF8_is_told(byte[] bytes)
    {
        byte[] before = Some.Utf8("""{"issuers":[{"issuer":"https://issuer.example/","audiences":["caf""");
        File.WriteAllBytes(_folder.Path, [.. before, .. bytes, .. Some.Utf8("\"]}],\"routes\":[{\"route\":\"GET /\"}]}")]);

        Assert.Equal([$"$: is not UTF-8 text: {_folder.Path}"], _folder.Problems());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    public void A_serializer_that_prints_events_is_a_problem(string value, bool problem)
    {
        _folder.Variables["LAMBDA_NET_SERIALIZER_DEBUG"] = value;

        Assert.Equal(
            problem ? ["$: LAMBDA_NET_SERIALIZER_DEBUG=true would print every event, tokens included; unset it"] : [],
            _folder.Problems(ConfigurationFolder.Valid));
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"context\":{\"\\udc00\":\"sub\"}}")]
    public void A_lone_surrogate_is_no_text(string json) =>
        Assert.Equal([$"$: is not UTF-8 text: {_folder.Path}"], _folder.Problems(json));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"routes\"")]
    public void A_root_that_is_no_object_is_a_problem(string json) => Assert.Equal(
        ["$: must be an object", "$.issuers: is missing", "$.routes: is missing; nothing is allowed that no route names"],
        _folder.Problems(json));
}
