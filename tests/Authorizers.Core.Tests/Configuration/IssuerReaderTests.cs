using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class IssuerReaderTests : IDisposable
{
    private const string Algorithms = "must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512";
    private const string NotHttps = "must be an https URL; allowHttp permits http to loopback hosts alone";
    private const string NoAddress = "must be an https URL, or keys must be given by jwksUri, jwksFile or discovery";
    private const string NoAudience =
        "is missing; name this API's audience, or set anyAudience to accept tokens minted for others";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/issuers", null, "$.issuers: is missing")]
    [InlineData("/issuers", "null", "$.issuers: is missing")]
    [InlineData("/issuers", "[]", "$.issuers: must name at least one issuer")]
    [InlineData("/issuers/0/issuer", null, "$.issuers[0].issuer: is missing")]
    [InlineData("/issuers/0/issuer", "7", "$.issuers[0].issuer: must be a string")]
    [InlineData("/issuers/0/issuer", "\"\"", "$.issuers[0].issuer: must not be empty")]
    [InlineData("/issuers/0/issuer", "\"http://issuer.example/\"", "$.issuers[0].issuer: " + NoAddress)]
    [InlineData("/issuers/0/issuer", "\"issuer.example\"", "$.issuers[0].issuer: " + NoAddress)]
    [InlineData("/issuers/0/alternateIssuers", "\"x\"", "$.issuers[0].alternateIssuers: must be an array")]
    [InlineData("/issuers/0/alternateIssuers", "[7]", "$.issuers[0].alternateIssuers[0]: must be a string")]
    [InlineData("/issuers/0/discovery", "\"http://issuer.example/\"", "$.issuers[0].discovery: " + NotHttps)]
    [InlineData("/issuers/0/discovery", "true", "$.issuers[0].discovery: must be a string")]
    [InlineData("/issuers/0/jwksUri", "\"http://localhost/\"", "$.issuers[0].jwksUri: " + NotHttps)]
    [InlineData("/issuers/0/jwksUri", "\"keys.json\"", "$.issuers[0].jwksUri: " + NotHttps)]
    [InlineData("/issuers/0/allowHttp", "\"true\"", "$.issuers[0].allowHttp: must be true or false")]
    [InlineData("/issuers/0/audiences", null, "$.issuers[0].audiences: " + NoAudience)]
    [InlineData("/issuers/0/audiences", "[]", "$.issuers[0].audiences: must name at least one audience")]
    [InlineData("/issuers/0/audiences", "[\"a\",\"\"]", "$.issuers[0].audiences[1]: must not be empty")]
    [InlineData("/issuers/0/anyAudience", "true", "$.issuers[0].anyAudience: contradicts audiences; keep one of them")]
    [InlineData("/issuers/0/anyAudience", "1", "$.issuers[0].anyAudience: must be true or false")]
    [InlineData("/issuers/0/clientIds", "{}", "$.issuers[0].clientIds: must be an array")]
    [InlineData("/issuers/0/algorithms", "[]", "$.issuers[0].algorithms: must name at least one algorithm")]
    [InlineData("/issuers/0/algorithms", "[\"none\"]", "$.issuers[0].algorithms[0]: " + Algorithms)]
    [InlineData("/issuers/0/algorithms", "[\"RS256\",\"HS256\"]", "$.issuers[0].algorithms[1]: " + Algorithms)]
    [InlineData("/issuers/0/algorithms", "[\"rs256\"]", "$.issuers[0].algorithms[0]: " + Algorithms)]
    [InlineData("/issuers/0/algorithms", "[256]", "$.issuers[0].algorithms[0]: must be a string")]
    [InlineData("/issuers/0/tokenTypes", "\"at+jwt\"", "$.issuers[0].tokenTypes: must be an array")]
    [InlineData("/issuers/0/principalClaim", "[]", "$.issuers[0].principalClaim: must be a string")]
    [InlineData("/issuers/0/scopeClaims", "[null]", "$.issuers[0].scopeClaims[0]: must be a string")]
    [InlineData("/issuers/0/groupClaims", "\"groups\"", "$.issuers[0].groupClaims: must be an array")]
    [InlineData("/issuers/0/audience", "\"x\"", "$.issuers[0].audience: is not a member of this object")]
    [InlineData("/issuers/0/Audiences", "[\"x\"]", "$.issuers[0].Audiences: is not a member of this object")]
    public void A_problem_is_told_where_it_stands_or_should(string member, string? value, string problem) =>
        Assert.Equal([problem], _folder.Problems(ConfigurationFolder.Spoilt(member, value)));

    [Fact]
    public void Issuers_that_are_no_array_are_one_problem() => Assert.Equal(
        ["$.issuers: must be an array"],
        _folder.Problems(ConfigurationFolder.Spoilt("/issuers", "{}")));

    [Fact]
    public void An_issuer_that_is_no_object_lacks_all_that_one_needs() => Assert.Equal(
        ["$.issuers[0]: must be an object", $"$.issuers[0].audiences: {NoAudience}", "$.issuers[0].issuer: is missing"],
        Problems("\"https://issuer.example/\""));

    [Fact]
    public void An_anyAudience_that_is_false_does_not_stand_for_an_audience() => Assert.Equal(
        [$"$.issuers[0].audiences: {NoAudience}"],
        Problems("""{"issuer":"https://issuer.example/","anyAudience":false}"""));

    [Fact]
    public void A_member_that_stands_twice_is_a_problem() => Assert.Equal(
        ["$.issuers[0].audiences: stands here twice"],
        Problems("""{"issuer":"https://issuer.example/","audiences":["a"],"audiences":["b"]}"""));

    [Theory]
    [InlineData("", "https://a.example/", "")]
    [InlineData("", "https://b.example/", "https://a.example/")]
    [InlineData("a", "https://b.example/", "a")]
    public void A_spelling_belongs_to_one_issuer(string alternate, string other, string otherAlternate) => Assert.Equal(
        ["$.issuers[1]: has an issuer that stands in this file already"],
        Problems($"{Spelled("https://a.example/", alternate)},{Spelled(other, otherAlternate)}"));

    [Fact]
    public void Spellings_differ_by_case_and_slash() => Assert.Empty(
        Problems($"{Spelled("https://a.example/")},{Spelled("https://a.example", "https://A.example/")}"));

    [Theory]
    [InlineData("""{"issuer":"any text","jwksUri":"https://a.example/keys","audiences":["x"]}""")]
    [InlineData("""{"issuer":"any text","discovery":"https://a.example/metadata","audiences":["x"]}""")]
    [InlineData("""{"issuer":"http://localhost:8080/","allowHttp":true,"audiences":["x"]}""")]
    [InlineData("""{"issuer":"http://localhost/","jwksUri":"http://127.0.0.1:8080/keys","allowHttp":true,"audiences":["x"]}""")]
    [InlineData("""{"issuer":"https://a.example/","anyAudience":true,"audiences":null}""")]
    public void What_is_safe_is_accepted(string issuer) => Assert.Empty(Problems(issuer));

    [Theory]
    [InlineData("""{"issuer":"https://a.example/","audiences":["x"]}""", false)]
    [InlineData("""{"issuer":"https://a.example/","audiences":["x"],"discovery":"https://a.example/d"}""", true)]
    [InlineData("""{"issuer":"https://a.example/","audiences":["x"],"jwksUri":"https://a.example/k"}""", true)]
    public void An_address_of_its_own_is_remembered(string issuer, bool hasAddress) => Assert.Equal(
        hasAddress, Assert.Single(_folder.Load(ConfigurationFolder.Spoilt("/issuers/0", issuer)).Issuers).HasAddress);

    [Fact]
    public void Every_member_is_read()
    {
        AuthorizerConfiguration configuration = _folder.Load(ConfigurationFolder.Spoilt(
            "/issuers/0",
            """
            {
              "issuer": "https://a.example/", "alternateIssuers": ["a"],
              "discovery": "https://a.example/d", "jwksUri": "https://a.example/k", "allowHttp": true,
              "audiences": ["x", "y"], "clientIds": ["shop"], "algorithms": ["ES512", "RS384"], "tokenTypes": ["at+jwt"],
              "principalClaim": "/user/id", "scopeClaims": ["permissions"], "groupClaims": []
            }
            """));

        IssuerConfiguration issuer = Assert.Single(configuration.Issuers);
        Assert.Equal(["a"], issuer.AlternateIssuers);
        Assert.Equal("https://a.example/d", issuer.DiscoveryAddress);
        Assert.Null(issuer.FallbackDiscoveryAddress);
        Assert.Equal("https://a.example/k", issuer.JwksUri);
        Assert.True(issuer.HasAddress);
        Assert.True(issuer.AllowHttp);
        Assert.Equal(["x", "y"], issuer.Audiences);
        Assert.Equal(["shop"], issuer.ClientIds);
        Assert.Equal(["ES512", "RS384"], issuer.Algorithms.Select(algorithm => algorithm.Name));
        Assert.Equal(["at+jwt"], issuer.TokenTypes);
        Assert.Equal("/user/id", issuer.PrincipalClaim.ToString());
        Assert.Equal(["permissions"], issuer.ScopeClaims.Select(name => name.ToString()));
        Assert.Empty(issuer.GroupClaims);
    }

    private static string Spelled(string issuer, string alternate = "") => alternate.Length == 0
        ? $$"""{"issuer":"{{issuer}}","audiences":["x"]}"""
        : $$"""{"issuer":"{{issuer}}","alternateIssuers":["{{alternate}}"],"audiences":["x"]}""";

    private IReadOnlyList<string> Problems(string issuers) =>
        _folder.Problems(ConfigurationFolder.Spoilt("/issuers", $"[{issuers}]"));
}
