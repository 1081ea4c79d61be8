using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Configuration;

public sealed class WhenReaderTests : IDisposable
{
    private const string Range = "must be an IPv4 or IPv6 address or a range of them, such as 203.0.113.0/24";
    private const string Timeless =
        "can be asked of clientCertificate.notBefore, clientCertificate.notAfter and context.requestTimeEpoch alone";

    private const string Instant = "must be an instant of RFC 3339, such as 2026-11-20T12:00:00Z";
    private const string Digest = "must be a SHA-256 in 64 hexadecimal digits; case and colons do not matter";
    private const string Part =
        "cannot be asked for: a condition is about header., query., stageVariable., context. or clientCertificate.";

    private const string Start = "must begin with header., query., stageVariable., context. or clientCertificate. and go on";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cookie.session", Part)]
    [InlineData("subprotocol.bearer", Part)]
    [InlineData("Header.X", Start)]
    [InlineData("headers.X", Start)]
    [InlineData("header.", Start)]
    [InlineData("path.id", Start)]
    [InlineData("", Start)]
    [InlineData("header.X Y", "must name a header after header.")]
    [InlineData("header.X:", "must name a header after header.")]
    [InlineData("context.identity.", "must name a value after context., such as identity.sourceIp")]
    [InlineData("context..sourceIp", "must name a value after context., such as identity.sourceIp")]
    [InlineData("context.identity/sourceIp", "must name a value after context., such as identity.sourceIp")]
    [InlineData(
        "clientCertificate.subject",
        "must name one of subjectDN, issuerDN, serialNumber, thumbprint, notBefore, notAfter after clientCertificate.")]
    public void A_key_that_no_request_has_is_a_problem(string key, string problem) => Assert.Equal(
        [$"$.routes[0].when['{key}']: {problem}"], Problems($$"""{ "{{key}}": { "present": false } }"""));

    [Theory]
    [InlineData("header.X", """ "equals": "" """, "equals", "must not be empty")]
    [InlineData("header.X", """ "equals": 7 """, "equals", "must be a string")]
    [InlineData("header.X", """ "in": [] """, "in", "must name at least one value")]
    [InlineData("header.X", """ "in": ["a", 7] """, "in[1]", "must be a string")]
    [InlineData("header.X", """ "prefix": "" """, "prefix", "must not be empty")]
    [InlineData("header.X", """ "present": 1 """, "present", "must be true or false")]
    [InlineData(
        "header.X", """ "present": false, "equals": "a" """, "present", "asks for no value, and the other operators for one")]
    [InlineData("header.X", """ "cidr": [] """, "cidr", "must name at least one value")]
    [InlineData("header.X", """ "cidr": "10.0.0.0/33" """, "cidr", Range)]
    [InlineData("header.X", """ "cidr": ["10.0.0.0/8", "010.0.0.1"] """, "cidr[1]", Range)]
    [InlineData("header.X", """ "cidr": "example.com" """, "cidr", Range)]
    [InlineData("header.X", """ "before": "2026-11-20T12:00:00Z" """, "before", Timeless)]
    [InlineData("header.X", """ "after": "now" """, "after", Timeless)]
    [InlineData("clientCertificate.subjectDN", """ "after": "now" """, "after", Timeless)]
    [InlineData("clientCertificate.notAfter", """ "after": "Now" """, "after", Instant + ", or now")]
    [InlineData("clientCertificate.notAfter", """ "after": "May 28 12:30:02 2026 GMT" """, "after", Instant + ", or now")]
    [InlineData("context.requestTimeEpoch", """ "before": "now" """, "before", Instant)]
    [InlineData("context.requestTimeEpoch", """ "before": "1795145340000" """, "before", Instant)]
    [InlineData("clientCertificate.thumbprint", """ "equals": "ab01" """, "equals", Digest)]
    [InlineData("clientCertificate.thumbprint", """ "in": ["CN=a"] """, "in[0]", Digest)]
    [InlineData(
        "clientCertificate.thumbprint",
        """ "prefix": "xy" """,
        "prefix",
        "must be hexadecimal digits, at most 64; case and colons do not matter")]
    [InlineData("header.X", """ "suffix": "a", "equals": "a" """, "suffix", "is not a member of this object")]
    public void A_wrong_operator_is_a_problem(string key, string operators, string at, string problem) => Assert.Equal(
        [$"$.routes[0].when['{key}'].{at}: {problem}"], Problems($$"""{ "{{key}}": { {{operators}} } }"""));

    [Theory]
    [InlineData("{}", "$.routes[0].when: must name at least one key; leave it out to ask for nothing")]
    [InlineData("[]", "$.routes[0].when: must be an object")]
    [InlineData(
        """{ "header.X": {} }""",
        "$.routes[0].when['header.X']: must ask for something by equals, in, prefix, present, cidr, before, after")]
    [InlineData(
        """{ "header.X": { "equals": null } }""",
        "$.routes[0].when['header.X']: must ask for something by equals, in, prefix, present, cidr, before, after")]
    [InlineData("""{ "header.X": "a" }""", "$.routes[0].when['header.X']: must be an object")]
    [InlineData("""{ "header.X": null }""", "$.routes[0].when['header.X']: must be an object")]
    [InlineData(
        """{ "header.X": { "present": true }, "header.x": { "present": true } }""",
        "$.routes[0].when['header.x']: names the same value as an earlier key")]
    [InlineData(
        """{ "header.X": { "present": true }, "header.X": { "present": true } }""",
        "$.routes[0].when['header.X']: stands here twice")]
    public void What_asks_for_nothing_or_twice_is_a_problem(string when, string problem) =>
        Assert.Equal([problem], Problems(when));

    [Fact]
    public void No_problem_repeats_what_came_from_the_environment()
    {
        _folder.Variables["SECRET"] = "s3cr3t";

        IReadOnlyList<string> problems = Problems(
            """
            {
              "clientCertificate.thumbprint": { "equals": "${SECRET}", "prefix": "${SECRET}", "in": ["${SECRET}"] },
              "clientCertificate.notAfter": { "cidr": "${SECRET}", "before": "${SECRET}" }
            }
            """);

        Assert.Equal(5, problems.Count);
        Assert.DoesNotContain(problems, problem => problem.Contains("s3cr3t", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_operator_of_every_key_becomes_a_condition()
    {
        RouteRule rule = Read(
            """
            {
              "header.X": { "equals": "a", "in": ["a", "b"], "prefix": "a", "present": true, "cidr": "10.0.0.0/8" },
              "query.a b": { "present": false },
              "clientCertificate.notBefore": { "before": "now", "after": "2026-01-01T00:00:00Z" },
              "context.requestTimeEpoch": { "before": "2027-01-01T00:00:00Z" }
            }
            """);

        Assert.Equal(
            [
                "header.X equals", "header.X in", "header.X prefix", "header.X present", "header.X cidr",
                "query.a b present: false",
                "clientCertificate.notBefore before", "clientCertificate.notBefore after",
                "context.requestTimeEpoch before",
            ],
            rule.When.Select(condition => condition.ToString()));
    }

    [Fact]
    public void A_secret_from_the_environment_is_compared_with()
    {
        _folder.Variables["SECRET"] = "s3cr3t";
        RouteRule rule = Read("""{ "header.X": { "equals": "${SECRET}" } }""");

        Assert.True(rule.When[0].HoldsFor(Some.Values(("header.x", "s3cr3t")), new StoppedClock()));
        Assert.False(rule.When[0].HoldsFor(Some.Values(("header.x", "${SECRET}")), new StoppedClock()));
    }

    private static string File(string when) =>
        ConfigurationFolder.Spoilt("/routes", $$"""[{ "route": "GET /", "when": {{"{}"}} }]""").Replace(
            "\"when\":{}", $"\"when\":{when}", StringComparison.Ordinal);

    private IReadOnlyList<string> Problems(string when) => _folder.Problems(File(when));

    private RouteRule Read(string when) => _folder.Load(File(when)).Routes.Find(Some.Call("GET/"))!;
}
