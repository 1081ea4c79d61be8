using System.Text.Json.Nodes;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Evaluation;

public sealed class ConditionTests
{
    private const string Key = "aws:Referer";

    [Theory]
    [InlineData("StringEquals", "home", "home", true)]
    [InlineData("StringEquals", "home", "Home", false)]
    [InlineData("StringEquals", "h*", "home", false)]
    [InlineData("StringEquals", "h*", "h*", true)]
    [InlineData("StringEquals", "${*}", "*", true)]
    [InlineData("StringEquals", "${aws:UserAgent}", "curl", true)]
    [InlineData("StringNotEquals", "home", "other", true)]
    [InlineData("StringNotEquals", "home", "home", false)]
    [InlineData("StringEqualsIgnoreCase", "hOME", "Home", true)]
    [InlineData("StringNotEqualsIgnoreCase", "hOME", "Home", false)]
    [InlineData("StringLike", "h*e", "home", true)]
    [InlineData("StringLike", "h?e", "home", false)]
    [InlineData("StringLike", "*:*", "a:b:c", true)]
    [InlineData("StringLike", "${*}", "home", false)]
    [InlineData("StringNotLike", "h*", "home", false)]
    [InlineData("StringNotLike", "h*", "Home", true)]
    [InlineData("NumericEquals", "7", "7.0", true)]
    [InlineData("NumericNotEquals", "7", "8", true)]
    [InlineData("NumericLessThan", "7", "6.9", true)]
    [InlineData("NumericLessThan", "7", "7", false)]
    [InlineData("NumericLessThanEquals", "7", "7", true)]
    [InlineData("NumericGreaterThan", "-7", "0", true)]
    [InlineData("NumericGreaterThan", "10", "9", false)]
    [InlineData("NumericGreaterThanEquals", "1e1", "10", true)]
    [InlineData("NumericLessThan", "7", "many", false)]
    [InlineData("DateEquals", "2026-11-20T12:00:00Z", "1795176000", true)]
    [InlineData("DateNotEquals", "2026-11-20", "2026-11-21", true)]
    [InlineData("DateLessThan", "2026-11-20T12:00:00Z", "2026-11-20T11:59:59Z", true)]
    [InlineData("DateLessThan", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00+02:00", true)]
    [InlineData("DateLessThan", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z", false)]
    [InlineData("DateLessThanEquals", "2026-11-20T12:00:00.000Z", "2026-11-20T12:00Z", true)]
    [InlineData("DateGreaterThan", "2026", "2026-01-02", true)]
    [InlineData("DateGreaterThanEquals", "1795176000", "2026-11-20T12:00:00Z", true)]
    [InlineData("DateGreaterThan", "2026", "soon", false)]
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "True", "true", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("Bool", "false", "perhaps", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("IpAddress", "203.0.113.9", "203.0.113.9", true)]
    [InlineData("IpAddress", "203.0.113.9", "203.0.113.8", false)]
    [InlineData("IpAddress", "2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("IpAddress", "0.0.0.0/0", "::1", false)]
    [InlineData("IpAddress", "0.0.0.0/0", "nowhere", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.114.1", true)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.113.1", false)]
    [InlineData("ArnEquals", "arn:aws:s3:::b*", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnLike", "arn:aws:s3:*:*:bucket", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnLike", "arn:aws:s3:*:bucket", "arn:aws:s3:::bucket", false)]
    [InlineData("ArnLike", "*", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnLike", "arn:aws:s3:*::y", "arn:aws:s3:::a::y", false)]
    [InlineData("ArnNotEquals", "arn:aws:s3:::other", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnNotLike", "arn:aws:s3:::b*", "arn:aws:s3:::bucket", false)]
    public void An_operator_compares(string name, string value, string actual, bool holds)
    {
        string condition = $$$"""{"{{{name}}}":{"{{{Key}}}":"{{{value}}}"}}""";

        Assert.Equal(holds, Evaluated.Holds(condition, (Key, actual), ("aws:UserAgent", "curl")));
        Assert.Equal(
            holds, Evaluated.Holds(condition.Replace(name, $"{name}IfExists"), (Key, actual), ("aws:UserAgent", "curl")));
    }

    [Theory]
    [InlineData("StringEquals", "x", false)]
    [InlineData("StringNotEquals", "x", true)]
    [InlineData("StringEqualsIgnoreCase", "x", false)]
    [InlineData("StringNotEqualsIgnoreCase", "x", true)]
    [InlineData("StringLike", "*", false)]
    [InlineData("StringNotLike", "*", true)]
    [InlineData("NumericEquals", "1", false)]
    [InlineData("NumericNotEquals", "1", true)]
    [InlineData("NumericLessThan", "1", false)]
    [InlineData("DateNotEquals", "2026", true)]
    [InlineData("DateGreaterThan", "2026", false)]
    [InlineData("Bool", "false", false)]
    [InlineData("IpAddress", "0.0.0.0/0", false)]
    [InlineData("NotIpAddress", "0.0.0.0/0", true)]
    [InlineData("ArnLike", "*", false)]
    [InlineData("ArnNotLike", "*", true)]
    public void Without_its_key_only_what_is_negated_or_IfExists_holds(string name, string value, bool holds)
    {
        string condition = $$$"""{"{{{name}}}":{"{{{Key}}}":"{{{value}}}"}}""";

        Assert.Equal(holds, Evaluated.Holds(condition));
        Assert.Equal(holds, Evaluated.Holds(condition, (Key, null)));
        Assert.True(Evaluated.Holds(condition.Replace(name, $"{name}IfExists")));
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("true", true)]
    [InlineData("\"false\"", false)]
    [InlineData("[false]", false)]
    public void Null_asks_whether_a_key_is_missing(string value, bool holdsWithout)
    {
        string condition = $$$"""{"Null":{"{{{Key}}}":{{{value}}}}}""";

        Assert.Equal(holdsWithout, Evaluated.Holds(condition));
        Assert.Equal(!holdsWithout, Evaluated.Holds(condition, (Key, "home")));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:Referer":["a","home"]}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:Referer":["a","home"]}}""", false)]
    [InlineData("""{"StringNotEquals":{"aws:Referer":["a","b"]}}""", true)]
    [InlineData("""{"StringEquals":{"aws:Referer":"home","aws:UserAgent":"curl"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:Referer":"home","aws:UserAgent":"wget"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:Referer":"home"},"StringLike":{"aws:UserAgent":"w*"}}""", false)]
    [InlineData("""{"StringEquals":{"AWS:referer":"home"}}""", true)]
    [InlineData("""{"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"aws:EpochTime":1795176001}}""", true)]
    public void One_value_suffices_and_every_key_and_operator_must_hold(string condition, bool holds) => Assert.Equal(
        holds,
        Evaluated.Holds(
            condition,
            (Key, "home"),
            ("aws:UserAgent", "curl"),
            ("aws:SecureTransport", "true"),
            ("aws:EpochTime", "1795176000")));

    [Theory]
    [InlineData("StringEquals")]
    [InlineData("StringNotEquals")]
    [InlineData("StringNotLikeIfExists")]
    public void A_value_with_a_variable_that_has_none_lets_nothing_hold(string name) =>
        Assert.False(Evaluated.Holds($$$"""{"{{{name}}}":{"{{{Key}}}":["x","${aws:UserAgent}"]}}""", (Key, "home")));

    [Fact]
    public void A_Deny_applies_only_while_its_condition_holds()
    {
        string policy = Evaluated.Policy(
            Evaluated.Statement("Allow"),
            Evaluated.Statement("Deny", "*", statement => statement["Condition"] = JsonNode.Parse(
                """{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-11-20T12:00:00Z"}}""")));

        Assert.Equal(PolicyDecision.Allow, Evaluated.Decide(policy, The.Call, ("aws:CurrentTime", "2026-11-20T11:59:59Z")));
        Assert.Equal(
            PolicyDecision.ExplicitDeny, Evaluated.Decide(policy, The.Call, ("aws:CurrentTime", "2026-11-20T12:00:00Z")));
    }

    [Fact]
    public void The_keys_that_nobody_told_are_known_by_name()
    {
        string policy = Evaluated.Policy(
            Evaluated.Statement("Allow", The.StageArn + "/GET/${aws:SourceVpc}"),
            Evaluated.Statement("Allow", "*", statement => statement["Condition"] = JsonNode.Parse(
                """{"StringEquals":{"aws:Referer":"${aws:UserAgent}","AWS:REFERER":"x"},"Null":{"aws:SourceVpce":true}}""")));

        var evaluation = new GatewayEvaluation
        {
            Answer = Evaluated.Answer(policy),
            Context = Evaluated.Context(("AWS:useragent", null)),
        };

        Assert.Equal(["aws:Referer", "aws:SourceVpc", "aws:SourceVpce"], evaluation.UnknownKeys);
    }
}
