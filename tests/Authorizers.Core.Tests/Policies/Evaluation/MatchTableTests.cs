using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Evaluation;

/// <summary>Which resources cover which calls, row by row.</summary>
public sealed class MatchTableTests
{
    private const string Api = "arn:aws:execute-api:us-east-1:123456789012:abcdef1234";

    [Theory]
    [InlineData("*", "v1/GET/orders", true)]
    [InlineData(Api + "/v1/GET/orders", "v1/GET/orders", true)]
    [InlineData(Api + "/v1/GET/orders", "v1/GET/orders/", false)]
    [InlineData(Api + "/v1/GET/orders/*", "v1/GET/orders", false)]
    [InlineData(Api + "/v1/GET/orders/*", "v1/GET/orders/7/items", true)]
    [InlineData(Api + "/v1/GET/orders/?", "v1/GET/orders/7", true)]
    [InlineData(Api + "/v1/GET/orders/?", "v1/GET/orders/77", false)]
    [InlineData(Api + "/v1/*/orders", "v1/DELETE/orders", true)]
    [InlineData(Api + "/v1/*/orders", "v1/GET/admin/orders", true)]
    [InlineData(Api + "/*/GET/orders", "v1/POST/x/GET/orders", true)]
    [InlineData(Api + "/v1/*", "v1/GET/", true)]
    [InlineData(Api + "/v1/*/*", "v1/GET/", true)]
    [InlineData(Api + "/$default/GET/orders", "$default/GET/orders", true)]
    [InlineData(Api + "/v1/get/orders", "v1/GET/orders", false)]
    [InlineData("arn:aws:execute-api:*:*:*", "v1/GET/orders", true)]
    [InlineData("arn:aws-cn:execute-api:*:*:*", "v1/GET/orders", false)]
    [InlineData(Api + "/v1/GET/a:b", "v1/GET/a:b", true)]
    [InlineData(Api + "/v1/$connect", "v1/$connect", true)]
    [InlineData(Api + "/v1/*", "v1/$connect", true)]
    [InlineData(Api + "/v1/*/*", "v1/$connect", false)]
    public void A_resource_covers_a_call_as_the_match_table_says(string resource, string call, bool matches) =>
        Assert.Equal(matches, Matches(resource, call));

    [Theory]
    [InlineData("arn:aws:execute-api:us-east-1:*:*", true)]
    [InlineData("arn:aws:execute-api:us-east-1:*:abcdef1234/*", true)]
    [InlineData(Api + "/test/*", false)]
    [InlineData("arn:aws:execute-api:us-east-1:*:*/v1/*", true)]
    [InlineData("arn:aws:execute-api:eu-*:*:*", false)]
    [InlineData("arn:*:execute-api:us-*-1:1234????9012:abcdef1234/v1/*", true)]
    public void A_wildcard_works_within_a_field(string resource, bool matches) =>
        Assert.Equal(matches, Matches(resource, "v1/GET/orders"));

    [Theory]
    [InlineData("arn:aws:execute-api:us-east-1:*:orders", "v1/GET/a:orders", true)]
    [InlineData("arn:aws:execute-api:us-east-1:*2:orders", "v1/GET/a2:orders", false)]
    [InlineData("arn:aws:execute-api:us*1:*:abcdef1234/*", "v1/GET/orders", true)]
    [InlineData("arn:aws:execute-api:us*12:abcdef1234/*:x", "v1/GET/a:x", false)]
    [InlineData("arn:aws:execute-api:us-east-1?123456789012:abcdef1234/*:x", "v1/GET/a:x", false)]
    [InlineData("arn:aws:execute-api:us-east-1:*:x*y", "v1/GET/x:xy", true)]
    [InlineData("arn:aws:execute-api:*:b:c", "v1/GET/a:b:c", true)]
    [InlineData("arn:aws:execute-api:*:1*2:b", "v1/GET/a:1x2:b", true)]
    [InlineData("arn:aws:execute-api:*:1*2:b", "v1/GET/a:1x:2:b", true)]
    public void Only_a_star_that_ends_a_field_runs_on_past_the_colon(string resource, string call, bool matches) =>
        Assert.Equal(matches, Matches(resource, call));

    [Theory]
    [InlineData("arn:aws:execute-api", true)]
    [InlineData("arn:aws:execute-api:us-east-1", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012", true)]
    [InlineData("arn:aws:execute-api:us-east-1:*", true)]
    [InlineData("arn:aws:execute-api:us-east-2", false)]
    [InlineData("arn:aws:lambda", false)]
    public void Fields_that_are_missing_are_any(string resource, bool matches) =>
        Assert.Equal(matches, Matches(resource, "v1/GET/orders"));

    [Theory]
    [InlineData("v1/GET/${*}", "v1/GET/*", true)]
    [InlineData("v1/GET/${*}", "v1/GET/a", false)]
    [InlineData("v1/GET/${?}", "v1/GET/?", true)]
    [InlineData("v1/GET/${?}", "v1/GET/a", false)]
    [InlineData("v1/GET/${$}{x}", "v1/GET/${x}", true)]
    [InlineData("v1/GET/${aws:Referer}", "v1/GET/home", true)]
    [InlineData("v1/GET/${AWS:referer}/*", "v1/GET/home/x", true)]
    [InlineData("v1/GET/${aws:UserAgent}", "v1/GET/anything", false)]
    [InlineData("v1/GET/${aws:UserAgent}", "v1/GET/*", true)]
    [InlineData("v1/GET/${aws:SourceVpc}", "v1/GET/", false)]
    [InlineData("v1/GET/${aws:SourceVpc, 'none'}", "v1/GET/none", true)]
    public void A_policy_variable_is_its_text_and_never_a_wildcard(string resource, string call, bool matches) => Assert.Equal(
        matches ? PolicyDecision.Allow : PolicyDecision.ImplicitDeny,
        Evaluated.Decide(
            Evaluated.Policy(Evaluated.Statement("Allow", $"{Api}/{resource}")),
            Some.Arn($"{Api}/{call}"),
            ("aws:Referer", "home"),
            ("aws:UserAgent", "*")));

    [Theory]
    [InlineData("\"Version\":\"2008-10-17\",")]
    [InlineData("")]
    public void An_older_policy_has_no_variables(string version) => Assert.Equal(
        PolicyDecision.Allow,
        Evaluated.Decide(
            "{" + version + "\"Statement\":" + Evaluated.Statement("Allow", Api + "/v1/GET/${aws:Referer").ToJsonString() + "}",
            Some.Arn(Api + "/v1/GET/${aws:Referer")));

    [Theory]
    [InlineData("Resource")]
    [InlineData("NotResource")]
    public void A_statement_about_a_variable_without_a_value_applies_to_nothing(string member) => Assert.Equal(
        PolicyDecision.ImplicitDeny,
        Evaluated.Decide(
            Evaluated.Policy(Evaluated.Statement("Allow", "*", statement =>
            {
                statement.Remove("Resource");
                statement[member] = Api + "/v1/${aws:SourceVpc}";
            })),
            Some.Arn($"{Api}/v1/GET/orders")));

    private static bool Matches(string resource, string call) => Evaluated.Decide(
        Evaluated.Policy(Evaluated.Statement("Allow", resource)), Some.Arn($"{Api}/{call}")) == PolicyDecision.Allow;
}
