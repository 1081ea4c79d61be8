using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Introspection;

namespace Authorizers.Core.Tests.Configuration;

public sealed class IntrospectionReaderTests : IDisposable
{
    private const string At = "$.issuers[0].introspection";
    private const string NotHttps = "must be an https URL; allowHttp permits http to loopback hosts alone";
    private const string OnlyAKeySigns = "contradicts authentication; only private_key_jwt signs";
    private const string BadKey = "names a file without a private key in PEM, not encrypted: "
        + "RSA of 2,048 to 8,192 bits, or EC on P-256, P-384 or P-521";

    private const string Secret =
        """{ "endpoint": "https://issuer.example/introspect", "clientId": "api", "clientSecret": "s3cr3t" }""";

    private const string Key =
        """
        {
          "endpoint": "https://issuer.example/introspect", "clientId": "api", "authentication": "private_key_jwt",
          "privateKeyFile": "keys/client.pem"
        }
        """;

    private readonly ConfigurationFolder _folder = new();

    public IntrospectionReaderTests()
    {
        using var key = RSA.Create(2048);
        _folder.Write("keys/client.pem", key.ExportPkcs8PrivateKeyPem());
        _folder.Write("folder/nothing", "");
    }

    public static TheoryData<string, string> WithASecret => new()
    {
        { """{ "endpoint": null }""", $"{At}.endpoint: is missing" },
        { """{ "endpoint": "http://issuer.example/" }""", $"{At}.endpoint: {NotHttps}" },
        { """{ "endpoint": "http://localhost/" }""", $"{At}.endpoint: {NotHttps}" },
        { """{ "endpoint": "/introspect" }""", $"{At}.endpoint: {NotHttps}" },
        { """{ "endpoint": "https://user:secret@issuer.example/" }""", $"{At}.endpoint: {NotHttps}" },
        { """{ "endpoint": 7 }""", $"{At}.endpoint: must be a string" },
        { """{ "clientId": null }""", $"{At}.clientId: is missing" },
        { """{ "clientId": "" }""", $"{At}.clientId: must not be empty" },
        { """{ "clientSecret": null }""", $"{At}.clientSecret: is missing" },
        { """{ "clientSecret": "" }""", $"{At}.clientSecret: must not be empty" },
        { """{ "clientSecret": "${UNSET}" }""", $"{At}.clientSecret: needs ${{UNSET}}, which is not set" },
        { """{ "authentication": "client_secret_post", "clientSecret": null }""", $"{At}.clientSecret: is missing" },
        { """{ "authentication": "client_secret_jwt" }""",
          $"{At}.authentication: must be client_secret_basic, client_secret_post or private_key_jwt" },
        { """{ "authentication": "none" }""",
          $"{At}.authentication: must be client_secret_basic, client_secret_post or private_key_jwt" },
        { """{ "privateKeyFile": "keys/client.pem" }""", $"{At}.privateKeyFile: {OnlyAKeySigns}" },
        { """{ "keyId": "1" }""", $"{At}.keyId: {OnlyAKeySigns}" },
        { """{ "authentication": "client_secret_post", "algorithm": "RS256" }""", $"{At}.algorithm: {OnlyAKeySigns}" },
        { """{ "cacheFor": 301 }""", $"{At}.cacheFor: must be seconds or [d.]hh:mm:ss, from 0 to 00:05:00" },
        { """{ "cacheFor": "1m" }""", $"{At}.cacheFor: must be seconds or [d.]hh:mm:ss, from 0 to 00:05:00" },
        { """{ "cacheInactiveFor": 61 }""", $"{At}.cacheInactiveFor: must be seconds or [d.]hh:mm:ss, from 0 to 00:01:00" },
        { """{ "secret": "x" }""", $"{At}.secret: is not a member of this object" },
    };

    public static TheoryData<string, string> WithAKey => new()
    {
        { """{ "privateKeyFile": null }""", $"{At}.privateKeyFile: is missing" },
        { """{ "privateKeyFile": "nowhere.pem" }""", $"{At}.privateKeyFile: names a file that cannot be read" },
        { """{ "privateKeyFile": "folder" }""", $"{At}.privateKeyFile: names a file that cannot be read" },
        { """{ "privateKeyFile": "folder/nothing" }""", $"{At}.privateKeyFile: {BadKey}" },
        { """{ "clientSecret": "s3cr3t" }""", $"{At}.clientSecret: contradicts authentication; private_key_jwt has no secret" },
        { """{ "algorithm": "HS256" }""",
          $"{At}.algorithm: must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512" },
        { """{ "algorithm": "ES256" }""", $"{At}.algorithm: does not fit the key of privateKeyFile" },
        { """{ "keyId": "" }""", $"{At}.keyId: must not be empty" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithASecret))]
    public void A_problem_with_a_secret_is_told_where_it_stands_or_should(string changes, string problem) =>
        Assert.Equal([problem], Problems(Secret, changes));

    [Theory]
    [MemberData(nameof(WithAKey))]
    public void A_problem_with_a_key_is_told_where_it_stands_or_should(string changes, string problem) =>
        Assert.Equal([problem], Problems(Key, changes));

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(
        [
            $"{At}.algorithm: {OnlyAKeySigns}", $"{At}.cacheFor: must be seconds or [d.]hh:mm:ss, from 0 to 00:05:00",
            $"{At}.clientId: is missing", $"{At}.clientSecret: is missing", $"{At}.endpoint: is missing",
        ],
        Problems("""{ "algorithm": "RS256", "cacheFor": -1 }""", "{}"));

    [Theory]
    [InlineData("\"https://issuer.example/introspect\"")]
    [InlineData("[]")]
    [InlineData("true")]
    public void What_is_no_object_lacks_all_that_one_needs(string value) => Assert.Equal(
        [
            $"{At}: must be an object", $"{At}.clientId: is missing", $"{At}.clientSecret: is missing",
            $"{At}.endpoint: is missing",
        ],
        _folder.Problems(ConfigurationFolder.Spoilt("/issuers/0/introspection", value)));

    [Fact]
    public void A_value_from_the_environment_appears_in_no_problem()
    {
        _folder.Variables["VALUE"] = "s3cr3t-VALUE";

        IReadOnlyList<string> problems = Problems(
            Key, """{ "privateKeyFile": "${VALUE}", "algorithm": "${VALUE}", "clientSecret": "${VALUE}" }""");

        Assert.Equal(3, problems.Count);
        Assert.DoesNotContain(problems, problem => problem.Contains("s3cr3t", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_second_issuer_with_introspection_is_a_problem()
    {
        string Issuer(string name, string introspection) =>
            $$"""{ "issuer": "https://{{name}}.example/", "audiences": ["x"], "introspection": {{introspection}} }""";

        Assert.Equal(
            ["$.issuers[2].introspection: stands at another issuer already; an opaque token does not say whose it is"],
            _folder.Problems(ConfigurationFolder.Spoilt(
                "/issuers", $"[{Issuer("a", Secret)},{Issuer("b", "null")},{Issuer("c", Secret)}]")));
    }

    [Fact]
    public void Unless_told_otherwise_the_secret_goes_into_a_header_and_answers_serve_for_a_minute_and_five_seconds()
    {
        IntrospectionConfiguration introspection = Load(Secret);

        Assert.Equal(new Uri("https://issuer.example/introspect"), introspection.Endpoint);
        Assert.IsType<ClientSecretBasic>(introspection.Authentication);
        Assert.Equal(TimeSpan.FromMinutes(1), introspection.CacheFor);
        Assert.Equal(TimeSpan.FromSeconds(5), introspection.CacheInactiveFor);
    }

    [Fact]
    public void Every_member_is_read()
    {
        IntrospectionConfiguration introspection = Load(
            Secret, """{ "authentication": "client_secret_post", "cacheFor": "00:05:00", "cacheInactiveFor": 0 }""");

        Assert.IsType<ClientSecretPost>(introspection.Authentication);
        Assert.Equal(TimeSpan.FromMinutes(5), introspection.CacheFor);
        Assert.Equal(TimeSpan.Zero, introspection.CacheInactiveFor);
        Assert.IsType<PrivateKeyJwt>(Load(Key, """{ "keyId": "1", "algorithm": "PS512" }""").Authentication);
    }

    [Fact]
    public void Plain_HTTP_to_a_loopback_host_can_be_allowed()
    {
        JsonNode root = JsonNode.Parse(ConfigurationFolder.Spoilt("/issuers/0/allowHttp", "true"))!;
        string local = Secret.Replace("https://issuer.example", "http://127.0.0.1:80", StringComparison.Ordinal);
        root["issuers"]![0]!["introspection"] = JsonNode.Parse(local);

        Assert.Empty(_folder.Problems(root.ToJsonString()));
    }

    [Fact]
    public void Keys_of_an_issuer_that_says_nothing_of_them_can_wait()
    {
        Assert.True(LoadIssuer(Secret).KeysCanWait);
        Assert.False(LoadIssuer(Secret, ("jwksUri", "https://issuer.example/keys")).KeysCanWait);
        Assert.False(LoadIssuer(Secret, ("discovery", "https://issuer.example/metadata")).KeysCanWait);
        Assert.False(Assert.Single(_folder.Load(ConfigurationFolder.Valid).Issuers).KeysCanWait);
        _folder.Write("keys.json", Some.KeySetText(The.P256.Jwk()));
        Assert.False(LoadIssuer(Secret, ("jwksFile", "keys.json")).KeysCanWait);
    }

    private IReadOnlyList<string> Problems(string introspection, string changes) =>
        _folder.Problems(File(introspection, changes));

    private IntrospectionConfiguration Load(string introspection, string changes = "{}") =>
        Assert.Single(_folder.Load(File(introspection, changes)).Issuers).Introspection!;

    private IssuerConfiguration LoadIssuer(string introspection, params (string Name, string Value)[] members)
    {
        JsonNode root = JsonNode.Parse(File(introspection, "{}"))!;
        foreach ((string name, string value) in members)
        {
            root["issuers"]![0]![name] = value;
        }

        return Assert.Single(_folder.Load(root.ToJsonString()).Issuers);
    }

    private static string File(string introspection, string changes)
    {
        JsonObject members = JsonNode.Parse(introspection)!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(changes)!.AsObject())
        {
            members[name] = value?.DeepClone();
        }

        return ConfigurationFolder.Spoilt("/issuers/0/introspection", members.ToJsonString());
    }
}
