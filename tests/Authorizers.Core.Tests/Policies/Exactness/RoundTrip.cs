using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>A policy read by the evaluator, written again from what was read, and read once more.</summary>
internal static class RoundTrip
{
    private const int Calls = 500;

    /// <param name="response">An authorizer's.</param>
    /// <param name="table">Where calls are taken from.</param>
    public static void AssertSurvives(ReadOnlySpan<byte> response, OracleTable table)
    {
        var first = Assert.IsType<ReadPolicy.WellFormed>(PolicyReader.ReadAnswer(response, ApiKind.Rest));
        var second = Assert.IsType<ReadPolicy.WellFormed>(PolicyReader.ReadAnswer(Some.Utf8(Write(first)), ApiKind.Rest));
        string written = JsonNode.Parse(response)!["policyDocument"]!.ToJsonString();
        Assert.True(
            JsonNode.DeepEquals(Normalized(JsonNode.Parse(written)!), JsonNode.Parse(Write(first))), $"{written}\n{Write(first)}");
        string stage = string.Join('/', first.Statements[0].Resources[0].Written.Split('/').Take(2))
            .Replace("execute-api:*:*:", "execute-api:eu-west-1:123456789012:", StringComparison.Ordinal);
        var chance = new Random(1);
        for (int count = 0; count < Calls; count++)
        {
            MethodArn method = Some.Arn($"{stage}/{RandomCalls.Next(table, chance)}");
            PolicyVerdict verdict = first.Evaluate(method, ConditionContext.Empty);
            PolicyVerdict again = second.Evaluate(method, ConditionContext.Empty);
            Assert.Equal(verdict.Decision, again.Decision);
            Assert.Equal(verdict.Statements, again.Statements);
        }
    }

    private static string Write(ReadPolicy.WellFormed policy) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. policy.Statements.Select(Write)]),
    }.ToJsonString();

    private static JsonObject Write(IamStatement statement)
    {
        Assert.True(statement.IsAboutCaller && statement.IsAboutInvoking);
        Assert.Empty(statement.Conditions);
        return new JsonObject
        {
            ["Effect"] = $"{statement.Effect}",
            ["Action"] = new JsonArray("execute-api:Invoke"),
            [statement.ExcludesResources ? "NotResource" : "Resource"] =
                new JsonArray([.. statement.Resources.Select(resource => JsonValue.Create(resource.Written))]),
        };
    }

    /// <summary>A text where a list may be is a list of one.</summary>
    private static JsonNode Normalized(JsonNode policy)
    {
        policy["Statement"] = List(policy["Statement"]!);
        foreach (JsonObject statement in policy["Statement"]!.AsArray().Select(item => item!.AsObject()))
        {
            foreach (string name in (string[])["Action", "Resource", "NotResource"])
            {
                if (statement[name] is { } texts)
                {
                    statement[name] = List(texts);
                }
            }
        }

        return policy;
    }

    private static JsonArray List(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Array ? (JsonArray)node.DeepClone() : new JsonArray(node.DeepClone());
}
