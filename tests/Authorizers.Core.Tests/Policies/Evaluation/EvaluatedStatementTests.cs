using System.Text.Json.Nodes;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Evaluation;

public sealed class EvaluatedStatementTests
{
    [Theory]
    [InlineData("Allow", "Allow")]
    [InlineData("Deny", "ExplicitDeny")]
    [InlineData("Allow Deny", "ExplicitDeny")]
    [InlineData("Deny Allow", "ExplicitDeny")]
    public void A_Deny_beats_every_Allow_whatever_their_order(string effects, string decision) => Assert.Equal(
        decision,
        $"{Evaluated.Decide(Evaluated.Policy([.. effects.Split(' ').Select(effect => Evaluated.Statement(effect))]), The.Call)}");

    [Fact]
    public void What_no_statement_is_about_is_denied_implicitly() => Assert.Equal(
        PolicyDecision.ImplicitDeny,
        Evaluated.Decide(Evaluated.Policy(Evaluated.Statement("Deny", "arn:aws:execute-api:*:*:other/*")), The.Call));

    [Theory]
    [InlineData("execute-api:Invoke", true)]
    [InlineData("EXECUTE-API:invoke", true)]
    [InlineData("execute-api:*", true)]
    [InlineData("execute-api:Inv?ke", true)]
    [InlineData("*", true)]
    [InlineData("*:*", true)]
    [InlineData("execute-api:InvalidateCache", false)]
    [InlineData("execute-api:ManageConnections", false)]
    [InlineData("lambda:*", false)]
    [InlineData("lambda:Invoke", false)]
    public void An_action_is_matched_in_any_case(string action, bool matches)
    {
        Assert.Equal(matches, Applies(statement => statement["Action"] = action));
        Assert.Equal(!matches, Applies(statement =>
        {
            statement.Remove("Action");
            statement["NotAction"] = new JsonArray(action, "s3:*");
        }));
    }

    [Fact]
    public void One_of_several_actions_and_resources_suffices() => Assert.True(Applies(statement =>
    {
        statement["Action"] = new JsonArray("s3:GetObject", "execute-api:Invoke");
        statement["Resource"] = new JsonArray("arn:aws:s3:::bucket", "*");
    }));

    [Theory]
    [InlineData(The.StageArn + "/GET/orders/*", false)]
    [InlineData(The.StageArn + "/GET/health", true)]
    public void NotResource_is_about_all_the_others(string resource, bool applies) => Assert.Equal(applies, Applies(statement =>
    {
        statement.Remove("Resource");
        statement["NotResource"] = new JsonArray("arn:aws:s3:::bucket", resource);
    }));

    [Fact]
    public void The_statements_that_applied_are_named_with_what_matched()
    {
        string policy = Evaluated.Policy(
            Evaluated.Statement("Allow", "arn:aws:s3:::bucket"),
            Evaluated.Statement("Allow", "arn:aws:execute-api:*"),
            Evaluated.Statement("Deny", "*", statement =>
            {
                statement.Remove("Resource");
                statement["NotResource"] = "arn:aws:s3:::bucket";
            }));

        Assert.Equal(
            [
                new AppliedStatement("authorizer", 1, Effect.Allow, "arn:aws:execute-api:*"),
                new AppliedStatement("authorizer", 2, Effect.Deny, null),
            ],
            Evaluated.Answer(policy).Evaluate(The.Call, ConditionContext.Empty).Statements);
    }

    [Fact]
    public void A_single_statement_needs_no_array() => Assert.Equal(
        PolicyDecision.Allow,
        Evaluated.Decide($$"""{"Version":"2012-10-17","Statement":{{Evaluated.Statement("Allow").ToJsonString()}}}""", The.Call));

    private static bool Applies(Action<JsonObject> spoil) =>
        Evaluated.Decide(Evaluated.Policy(Evaluated.Statement("Allow", "*", spoil)), The.Call) == PolicyDecision.Allow;
}
