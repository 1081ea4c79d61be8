using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Policies.Evaluation;

/// <summary>The evaluator against two others that share nothing with it.</summary>
public sealed class EvaluationLawTests
{
    private const string Start = "arn:aws:execute-api:";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Gen<string> Calls =
        from stage in Gen.Elements("prod", "a", "b")
        from pieces in Gen.Elements("a", "b", "1", "2", "/", ":", "*", "?", "prod").ListOf()
        select $"{Start}eu:123456789012:a1/{stage}/G{string.Concat(pieces.Take(10))}";

    private static readonly Gen<(string[] Calls, JsonObject[] Statements)> Samples =
        from calls in Calls.ArrayOf(4)
        from statements in Statements(calls).ArrayOf(3)
        select (calls, statements);

    [Fact]
    public void It_decides_as_regular_expressions_do()
    {
        List<PolicyDecision> decisions = [];
        Law.Holds(
            Samples,
            sample =>
            {
                ReadPolicy policy = Evaluated.Answer(
                    Evaluated.Policy([.. sample.Statements.Select(statement => statement.DeepClone().AsObject())]));
                foreach (string call in sample.Calls)
                {
                    PolicyDecision decision = policy.Evaluate(Some.Arn(call), ConditionContext.Empty).Decision;
                    Assert.Equal(Naive(sample.Statements, call), decision);
                    decisions.Add(decision);
                }
            },
            5_000);

        Assert.All(
            [PolicyDecision.Allow, PolicyDecision.ExplicitDeny, PolicyDecision.ImplicitDeny],
            decision => Assert.InRange(decisions.Count(made => made == decision), decisions.Count / 20, decisions.Count));
    }

    [Fact]
    public void It_decides_about_the_suites_policies_as_the_other_evaluator_of_these_tests() => Law.Holds(
        Tables.Any,
        table =>
        {
            if (PolicyBuilder.Build(Tables.Divide(table), The.Call) is not BuiltPolicy.Exact built)
            {
                return;
            }

            var world = new World(table);
            ReadPolicy policy = PolicyReader.ReadAnswer(built.Document.Json, ApiKind.Rest);
            Assert.All(Tables.Calls, call => Assert.Equal(
                world.Allows(call), policy.Evaluate(Some.Call(call), ConditionContext.Empty).Decision == PolicyDecision.Allow));
        },
        60);

    [Fact]
    public void A_pattern_made_to_be_slow_is_not()
    {
        string resource = $"{Start}*:*:{string.Concat(Enumerable.Repeat("*a", 230))}b";
        string path = new('a', 1_500);
        string policy = Evaluated.Policy([.. Enumerable.Repeat(0, 100).Select(_ => Evaluated.Statement("Allow", resource))]);

        PolicyDecision decision = Evaluated.Decide(policy, Some.Call($"GET/{path}"));

        Assert.Equal(PolicyDecision.ImplicitDeny, decision);
    }

    private static Gen<JsonObject> Statements(string[] calls) =>
        from effect in Gen.Elements("Allow", "Allow", "Deny")
        from member in Gen.Elements("Resource", "Resource", "Resource", "NotResource")
        from resources in Resources(calls).ArrayOf(2)
        from actionMember in Gen.Elements("Action", "Action", "Action", "NotAction")
        from action in Gen.Elements("execute-api:Invoke", "execute-api:*", "*", "s3:*", "execute-api:invok?")
        select new JsonObject
        {
            ["Effect"] = effect,
            [actionMember] = action,
            [member] = new JsonArray([.. resources.Select(resource => (JsonNode)resource)]),
        };

    /// <summary>A call in which up to four stretches after the service gave way to wildcards and what confuses them.</summary>
    private static Gen<string> Resources(string[] calls) =>
        from call in Gen.Elements(calls)
        from cuts in (from at in Gen.Choose(Start.Length, call.Length)
                      from length in Gen.Choose(0, 12)
                      from wildcard in Gen.Elements("*", "*", "?", "*:", ":*", "*?", "a*1")
                      select (at, length, wildcard)).ListOf()
        select cuts.Take(4).Aggregate(call, (text, cut) => Replaced(text, cut.at, cut.length, cut.wildcard));

    private static string Replaced(string text, int at, int length, string wildcard) =>
        at > text.Length ? text : text[..at] + wildcard + text[Math.Min(at + length, text.Length)..];

    private static PolicyDecision Naive(JsonObject[] statements, string call)
    {
        string[] effects =
        [
            .. statements.Where(statement => IsAboutInvoking(statement) && IsAbout(statement, call))
                .Select(statement => (string)statement["Effect"]!),
        ];
        return effects.Contains("Deny") ? PolicyDecision.ExplicitDeny
            : effects.Contains("Allow") ? PolicyDecision.Allow
            : PolicyDecision.ImplicitDeny;
    }

    private static bool IsAboutInvoking(JsonObject statement) =>
        statement.TryGetPropertyValue("NotAction", out JsonNode? excluded)
            ? (string)excluded! == "s3:*"
            : (string)statement["Action"]! != "s3:*";

    private static bool IsAbout(JsonObject statement, string call)
    {
        bool excludes = statement.TryGetPropertyValue("NotResource", out JsonNode? resources);
        return (resources ?? statement["Resource"])!.AsArray().Any(resource => IsCovered((string)resource!, call)) != excludes;
    }

    /// <summary>
    /// The first five colons of the call are written as semicolons, which only a star at a field's end and a colon of the pattern
    /// may be.
    /// </summary>
    private static bool IsCovered(string resource, string call)
    {
        string[] fields = resource.Split(':', 6);
        if (resource == "*")
        {
            return true;
        }

        IEnumerable<string> padded = fields.Concat(Enumerable.Repeat("*", 6 - fields.Length));
        string pattern = string.Join("[;:]", padded.Select((field, index) => index < 5 ? Field(field) : LastField(field)));
        string[] parts = call.Split(':', 6);
        return Regex.IsMatch(
            string.Join(';', parts), $@"\A{pattern}\z", RegexOptions.Singleline, Patience);
    }

    private static string LastField(string field) =>
        Regex.Escape(field).Replace(@"\*", ".*").Replace(@"\?", ".").Replace(":", "[;:]");

    private static string Field(string field)
    {
        bool runsOn = field.EndsWith('*');
        string inner = Regex.Escape(runsOn ? field[..^1] : field).Replace(@"\*", "[^;]*").Replace(@"\?", "[^;]");
        return runsOn ? inner + ".*" : inner;
    }
}
