using System.Text.Json.Nodes;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Evaluation;

/// <summary>Policies in short, and what is decided with them.</summary>
internal static class Evaluated
{
    /// <summary>A statement of an authorizer; <paramref name="spoil"/> changes its members.</summary>
    public static JsonObject Statement(string effect, string resource = "*", Action<JsonObject>? spoil = null)
    {
        var statement = new JsonObject { ["Effect"] = effect, ["Action"] = "execute-api:Invoke", ["Resource"] = resource };
        spoil?.Invoke(statement);
        return statement;
    }

    /// <summary>A statement of a resource policy, about everybody.</summary>
    public static JsonObject ResourceStatement(string effect, string resource = "*", Action<JsonObject>? spoil = null)
    {
        JsonObject statement = Statement(effect, resource, spoil);
        statement.TryAdd("Principal", "*");
        return statement;
    }

    public static string Policy(params JsonObject[] statements) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements]),
    }.ToJsonString();

    public static ReadPolicy Answer(string json, ApiKind? api = null) =>
        PolicyReader.ReadAnswer(Some.Utf8(json), api ?? ApiKind.Rest);

    public static ReadPolicy Resource(string json) => PolicyReader.ReadResourcePolicy(Some.Utf8(json));

    public static ConditionContext Context(params (string Key, string? Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value)));

    public static PolicyDecision Decide(string policy, MethodArn method, params (string Key, string? Value)[] context) =>
        Answer(policy).Evaluate(method, Context(context)).Decision;

    /// <summary>Whether an Allow with this condition applies.</summary>
    public static bool Holds(string condition, params (string Key, string? Value)[] context)
    {
        PolicyDecision decision = Decide(
            Policy(Statement("Allow", "*", statement => statement["Condition"] = JsonNode.Parse(condition))), The.Call, context);
        Assert.NotEqual(PolicyDecision.Malformed, decision);
        return decision == PolicyDecision.Allow;
    }

    public static string Problem(ReadPolicy policy) => Assert.IsType<ReadPolicy.Malformed>(policy).Problem;
}
