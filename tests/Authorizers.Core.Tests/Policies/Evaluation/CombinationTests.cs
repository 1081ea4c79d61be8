using System.Text.Json.Nodes;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Evaluation;

/// <summary>An authorizer's answer together with a resource policy, and what the client gets.</summary>
public sealed class CombinationTests
{
    private const string Anonymous = "User: anonymous is not authorized to perform: execute-api:Invoke on resource: ";
    private const string Elsewhere = "arn:aws:execute-api:*:*:other/*";

    [Theory]
    [InlineData("Allow", "Allow", "Allow")]
    [InlineData("Allow", "silent", "Allow")]
    [InlineData("Allow", "none", "Allow")]
    [InlineData("Allow", "Deny", "ExplicitDeny")]
    [InlineData("silent", "Allow", "Allow")]
    [InlineData("silent", "silent", "ImplicitDeny")]
    [InlineData("silent", "none", "ImplicitDeny")]
    [InlineData("silent", "Deny", "ExplicitDeny")]
    [InlineData("Deny", "Allow", "ExplicitDeny")]
    [InlineData("Deny", "silent", "ExplicitDeny")]
    [InlineData("Deny", "none", "ExplicitDeny")]
    [InlineData("Deny", "Deny", "ExplicitDeny")]
    [InlineData("malformed", "Allow", "Malformed")]
    [InlineData("malformed", "silent", "Malformed")]
    [InlineData("malformed", "Deny", "ExplicitDeny")]
    [InlineData("Allow", "malformed", "Malformed")]
    [InlineData("Deny", "malformed", "Malformed")]
    public void In_the_same_account_one_Allow_suffices(string answer, string resource, string decision) =>
        Assert.Equal(decision, $"{Combined(answer, resource, crossAccount: false).Decision}");

    [Theory]
    [InlineData("Allow", "Allow", "Allow")]
    [InlineData("Allow", "silent", "ImplicitDeny")]
    [InlineData("Allow", "none", "ImplicitDeny")]
    [InlineData("Allow", "Deny", "ExplicitDeny")]
    [InlineData("silent", "Allow", "ImplicitDeny")]
    [InlineData("silent", "silent", "ImplicitDeny")]
    [InlineData("silent", "Deny", "ExplicitDeny")]
    [InlineData("Deny", "Allow", "ExplicitDeny")]
    [InlineData("Deny", "silent", "ExplicitDeny")]
    [InlineData("Deny", "Deny", "ExplicitDeny")]
    [InlineData("malformed", "Allow", "Malformed")]
    [InlineData("Allow", "malformed", "Malformed")]
    public void In_another_account_it_takes_both(string answer, string resource, string decision) =>
        Assert.Equal(decision, $"{Combined(answer, resource, crossAccount: true).Decision}");

    [Theory]
    [InlineData("123.4.5.0", true)]
    [InlineData("123.4.5.255", true)]
    [InlineData("123.4.6.0", false)]
    [InlineData("123.4.4.255", false)]
    [InlineData("::ffff:123.4.5.6", true)]
    [InlineData("::ffff:7b04:0506", true)]
    [InlineData("::ffff:123.4.6.1", false)]
    [InlineData("::7b04:0506", false)]
    [InlineData("2001:db8::1", false)]
    public void A_resource_policy_may_refuse_all_addresses_but_its_own(string sourceIp, bool passes) =>
        AssertPasses(passes, sourceIp, "123.4.5.6/24");

    [Theory]
    [InlineData("2001:db8:1:2::", true)]
    [InlineData("2001:DB8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:3::", false)]
    [InlineData("123.4.5.6", false)]
    [InlineData("::ffff:123.4.5.6", false)]
    public void So_it_may_in_the_other_address_family(string sourceIp, bool passes) =>
        AssertPasses(passes, sourceIp, "2001:db8:1:2::5/64");

    [Theory]
    [InlineData("rest", 200, 403, 403, 500)]
    [InlineData("http", 200, 403, 403, 500)]
    [InlineData("websocket", 101, 403, 403, 500)]
    public void A_decision_becomes_a_status(string api, params int[] statuses) => Assert.Equal(
        statuses,
        new[] { "Allow", "Deny", "silent", "malformed" }.Select(answer => Combined(answer, "none", false, api).Status));

    [Theory]
    [InlineData("Allow", "rest", null)]
    [InlineData("Deny", "rest", """{"Message":"User is not authorized to access this resource with an explicit deny"}""")]
    [InlineData("silent", "rest", """{"Message":"User is not authorized to access this resource"}""")]
    [InlineData("malformed", "rest", """{"message":null}""")]
    [InlineData("Deny", "websocket", """{"Message":"User is not authorized to access this resource with an explicit deny"}""")]
    [InlineData("Allow", "http", null)]
    [InlineData("Deny", "http", """{"message":"Forbidden"}""")]
    [InlineData("silent", "http", """{"message":"Forbidden"}""")]
    [InlineData("malformed", "http", """{"message":"Internal Server Error"}""")]
    public void A_decision_becomes_a_body(string answer, string api, string? body) =>
        Assert.Equal(body, Combined(answer, "none", crossAccount: false, api).Body);

    [Theory]
    [InlineData("Allow")]
    [InlineData("Deny")]
    [InlineData("malformed")]
    public void What_the_resource_policy_refuses_is_refused_in_its_own_words(string answer)
    {
        GatewayAnswer refused = Combined(answer, "Deny", crossAccount: false);

        Assert.Equal(
            (403, $$"""{"Message":"{{Anonymous}}{{The.Call}} with an explicit deny"}"""), (refused.Status, refused.Body));
    }

    [Fact]
    public void The_statements_of_both_policies_are_named_the_authorizers_first() => Assert.Equal(
        [new AppliedStatement("authorizer", 0, Effect.Allow, "*"), new AppliedStatement("resource", 0, Effect.Deny, "*")],
        Combined("Allow", "Deny", crossAccount: false).Statements);

    [Fact]
    public void A_malformed_policy_has_no_statements_that_applied() =>
        Assert.Empty(Combined("Allow", "malformed", crossAccount: false).Statements);

    [Theory]
    [InlineData("execute-api:/*", true)]
    [InlineData("execute-api:/prod/GET/orders/*", true)]
    [InlineData("execute-api:/prod/*/orders/42", true)]
    [InlineData("execute-api:/prod/GET/orders", false)]
    [InlineData("execute-api:/test/*", false)]
    public void A_resource_policy_may_leave_out_the_api(string resource, bool covers) => Assert.Equal(
        covers ? PolicyDecision.Allow : PolicyDecision.ImplicitDeny,
        Evaluated.Resource(Evaluated.Policy(Evaluated.ResourceStatement("Allow", resource)))
            .Evaluate(The.Call, ConditionContext.Empty).Decision);

    [Theory]
    [InlineData("""{"Principal":"*"}""", true)]
    [InlineData("""{"Principal":{"AWS":"*"}}""", true)]
    [InlineData("""{"Principal":{"AWS":["arn:aws:iam::123456789012:root","*"]}}""", true)]
    [InlineData("""{"Principal":{"AWS":"123456789012"}}""", false)]
    [InlineData("""{"Principal":{"Service":"*"}}""", false)]
    [InlineData("""{"NotPrincipal":{"AWS":"123456789012"}}""", true)]
    [InlineData("""{"NotPrincipal":"*"}""", false)]
    public void A_caller_of_a_Lambda_authorizer_is_anonymous_to_a_resource_policy(string principal, bool applies)
    {
        JsonObject statement = Evaluated.Statement("Allow");
        foreach ((string name, JsonNode? value) in JsonNode.Parse(principal)!.AsObject())
        {
            statement[name] = value!.DeepClone();
        }

        Assert.Equal(
            applies ? PolicyDecision.Allow : PolicyDecision.ImplicitDeny,
            Evaluated.Resource(Evaluated.Policy(statement)).Evaluate(The.Call, ConditionContext.Empty).Decision);
    }

    private static void AssertPasses(bool passes, string sourceIp, string range)
    {
        string resource = Evaluated.Policy(
            Evaluated.ResourceStatement("Allow", "execute-api:/*"),
            Evaluated.ResourceStatement("Deny", "execute-api:/*", statement =>
                statement["Condition"] = JsonNode.Parse($$$"""{"NotIpAddress":{"aws:SourceIp":"{{{range}}}"}}""")));
        GatewayAnswer answer = new GatewayEvaluation
        {
            Answer = Evaluated.Answer(Evaluated.Policy(Evaluated.Statement("Allow"))),
            ResourcePolicy = Evaluated.Resource(resource),
            Context = Evaluated.Context(("aws:SourceIp", sourceIp)),
        }.Decide(The.Call);

        Assert.Equal(passes ? (PolicyDecision.Allow, 200) : (PolicyDecision.ExplicitDeny, 403), (answer.Decision, answer.Status));
    }

    private static GatewayAnswer Combined(string answer, string resource, bool crossAccount, string api = "rest") =>
        new GatewayEvaluation
        {
            Answer = Evaluated.Answer(Policy(answer, Evaluated.Statement)),
            ResourcePolicy = resource == "none" ? null : Evaluated.Resource(Policy(resource, Evaluated.ResourceStatement)),
            CrossAccount = crossAccount,
            Api = ApiKind.All.Single(kind => kind.Name == api),
        }.Decide(The.Call);

    private static string Policy(string says, Func<string, string, Action<JsonObject>?, JsonObject> statement) => says switch
    {
        "silent" => Evaluated.Policy(statement("Allow", Elsewhere, null)),
        "malformed" => Evaluated.Policy(statement("allow", "*", null)),
        _ => Evaluated.Policy(statement(says, "*", null)),
    };
}
