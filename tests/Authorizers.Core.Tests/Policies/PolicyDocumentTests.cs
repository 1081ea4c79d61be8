using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Denying_all_is_one_statement_about_the_whole_stage()
    {
        Statement statement = Assert.Single(PolicyDocument.DenyAll(The.Call).Statements);

        Assert.Equal(Effect.Deny, statement.Effect);
        Assert.Equal([$"{The.StageArn}/*"], statement.Resources);
        Assert.Empty(statement.NotResources);
    }

    [Fact]
    public void Routes_of_text_are_named_and_all_others_refused()
    {
        PolicyDocument policy = PolicyFor(The.Call, Some.Rule("GET /orders"), Some.Rule("POST /orders"), Some.Rule("GET /"));

        string[] granted = [$"{The.StageArn}/GET/", $"{The.StageArn}/GET/orders", $"{The.StageArn}/POST/orders"];
        Assert.Equal(2, policy.Statements.Count);
        Assert.Equal(Effect.Allow, policy.Statements[0].Effect);
        Assert.Equal(granted, policy.Statements[0].Resources);
        Assert.Empty(policy.Statements[0].NotResources);
        Assert.Equal(Effect.Deny, policy.Statements[1].Effect);
        Assert.Equal(granted, policy.Statements[1].NotResources);
        Assert.Empty(policy.Statements[1].Resources);
    }

    [Fact]
    public void What_spills_over_is_refused_by_name()
    {
        PolicyDocument policy = PolicyFor(
            The.Call, Some.Rule("GET /orders/{id}"), Some.Rule("GET /orders/export", Tables.Refused));

        Assert.Equal([$"{The.StageArn}/GET/orders/?*"], policy.Statements[0].Resources);
        Assert.Equal(Effect.Deny, policy.Statements[2].Effect);
        string[] plain = ["GET/orders/export", "GET/?*/?*/?*", "GET/orders/export/*"];
        string[] odd = ["*//*", "*/./*", "*/../*", "*/.", "*/..", "*%2E*", "*%2e*"];
        string[] encoded = ["*%65*", "*%78*", "*%70*", "*%6F*", "*%6f*", "*%72*", "*%74*"];
        Assert.Equal(
            [.. plain.Concat(odd).Concat(encoded).Select(resource => $"{The.StageArn}/{resource}")], policy.Statements[2].Resources);
    }

    [Theory]
    [InlineData("GET/orders/42", true)]
    [InlineData("GET/orders/a:b%2Fc", true)]
    [InlineData("GET/orders/exports", true)]
    [InlineData("GET/orders/*", true)]
    [InlineData("GET/orders", true)]
    [InlineData("DELETE/reports/2026/11", true)]
    [InlineData("GET/orders/export", false)]
    [InlineData("GET/orders/", false)]
    [InlineData("GET/orders//", false)]
    [InlineData("GET/orders/42/", true)]
    [InlineData("GET/orders/export/", false)]
    [InlineData("GET/orders/export/7", false)]
    [InlineData("GET/orders/%65xport", false)]
    [InlineData("GET/orders/expor%74", false)]
    [InlineData("GET/orders/100%25", true)]
    [InlineData("GET/orders/./export", false)]
    [InlineData("GET/orders/42/../export", false)]
    [InlineData("GET/orders/..", false)]
    [InlineData("GET/orders//42", false)]
    [InlineData("GET/orders/42/items", false)]
    [InlineData("POST/orders/42", false)]
    [InlineData("get/orders/42", false)]
    [InlineData("GET/Orders/42", false)]
    [InlineData("GET/orders2", false)]
    [InlineData("GET//orders", false)]
    [InlineData("GET/reports", false)]
    [InlineData("GET/reports/", false)]
    [InlineData("GET/", false)]
    [InlineData("$connect", false)]
    public void A_policy_cannot_be_widened_by_the_spelling_of_a_path(string call, bool allowed)
    {
        PolicyDocument policy = PolicyFor(
            The.Call,
            Some.Rule("GET /orders"),
            Some.Rule("GET /orders/{id}"),
            Some.Rule("ANY /reports/{path+}"),
            Some.Rule("GET /orders/export", Tables.Refused));

        Assert.Equal(allowed, PolicyEvaluator.Allows(policy.Statements, $"{The.StageArn}/{call}"));
    }

    [Fact]
    public void An_encoded_letter_before_a_slash_at_the_end_does_not_lead_to_a_refused_greedy_route()
    {
        PolicyDocument policy = PolicyFor(
            The.Call, Some.Rule("GET /b/b/{x}/{x}"), Some.Rule("GET /{x}/b/b:c/{p+}", Tables.Refused));

        Assert.True(PolicyEvaluator.Allows(policy.Statements, $"{The.StageArn}/GET/b/b/b:c/d"));
        Assert.True(PolicyEvaluator.Allows(policy.Statements, $"{The.StageArn}/GET/b/b/b%3Ac/d"));
        Assert.All(["b:c/d/", "%62:c/d/", "b%3Ac/d/", "b%3ac/d/"], path =>
            Assert.False(PolicyEvaluator.Allows(policy.Statements, $"{The.StageArn}/GET/b/b/{path}")));
    }

    [Theory]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/test")]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:other/prod")]
    [InlineData("arn:aws:execute-api:eu-west-2:123456789012:a1b2c3d4e5/prod")]
    [InlineData("arn:aws:execute-api:eu-west-1:210987654321:a1b2c3d4e5/prod")]
    [InlineData("arn:aws-cn:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod")]
    public void A_policy_is_about_the_stage_called_and_no_other(string stageArn)
    {
        PolicyDocument policy = PolicyFor(The.Call, Some.Rule("ANY /{path+}"));

        Assert.True(PolicyEvaluator.Allows(policy.Statements, $"{The.StageArn}/GET/orders"));
        Assert.False(PolicyEvaluator.Allows(policy.Statements, $"{stageArn}/GET/orders"));
    }

    [Theory]
    [InlineData("arn:aws-cn:execute-api:cn-north-1:123456789012:a1b2c3d4e5/$default")]
    [InlineData("arn:aws-us-gov:execute-api:us-gov-west-1:123456789012:a1b2c3d4e5/ESTestInvoke-stage")]
    public void The_stage_is_written_as_it_was_called(string stageArn)
    {
        MethodArn call = Some.Arn($"{stageArn}/GET/orders");

        Assert.Equal([$"{stageArn}/GET/orders"], PolicyFor(call, Some.Rule("GET /orders")).Statements[0].Resources);
        Assert.Equal([$"{stageArn}/*"], PolicyDocument.DenyAll(call).Statements[0].Resources);
    }

    [Fact]
    public void The_method_called_changes_nothing()
    {
        RouteRule[] rules =
            [Some.Rule("GET /orders/{id}"), Some.Rule("POST /orders", Tables.Refused), Some.AnyoneRule("GET /health")];
        string[] calls = ["GET/orders/42", "POST/orders", "GET/health", "GET/", "GET/*/${aws:username}", "$connect"];

        Assert.Single(calls.Select(call => Written(PolicyFor(Some.Call(call), rules))).Distinct());
    }

    [Fact]
    public void ANY_is_written_as_its_methods_and_never_as_a_wildcard()
    {
        PolicyDocument policy = PolicyFor(The.Call, Some.Rule("ANY /a"));

        Assert.Equal(
            ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
            policy.Statements[0].Resources.Select(resource => resource[(The.StageArn.Length + 1)..^2]));
    }

    [Fact]
    public void A_table_of_usual_size_stays_within_the_length_of_a_resource()
    {
        string longStage = $"arn:aws-us-gov:execute-api:us-gov-west-1:123456789012:a1b2c3d4e5/{new string('s', 128)}";
        string path = string.Join('/', Enumerable.Repeat("{identifier}/some-resources", 8));
        RouteRule[] rules = [Some.Rule($"DELETE /{path}"), Some.Rule($"ANY /{path}/{{path+}}", Tables.Refused)];

        IReadOnlyList<Statement> statements = PolicyFor(Some.Arn($"{longStage}/GET/"), rules).Statements;

        Assert.All(
            statements.SelectMany(statement => statement.Resources.Concat(statement.NotResources)),
            resource => Assert.InRange(resource.Length, 1, 512));
    }

    private static PolicyDocument PolicyFor(MethodArn call, params RouteRule[] rules) =>
        ((BuiltPolicy.Exact)PolicyBuilder.Build(Tables.Divide(rules), call)).Document;

    private static string Written(PolicyDocument policy) => string.Join('\n', policy.Statements.Select(statement =>
        $"{statement.Effect} {string.Join(' ', statement.Resources)} but {string.Join(' ', statement.NotResources)}"));
}
