using System.Text.RegularExpressions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>The policy of a table, held against what the oracle says of calls.</summary>
internal sealed class PolicyTrial
{
    private static readonly ReadPolicy.WellFormed OpensAll = (ReadPolicy.WellFormed)PolicyReader.ReadResourcePolicy(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"""u8);

    private static readonly string[] Fillings = ["", "a", "b", "x", "/", "a/b", "/a/x/", "c//a", "%61", ".."];

    private readonly OracleTable _table;
    private readonly ReadPolicy.WellFormed _policy;
    private readonly ReadPolicy.WellFormed _withoutNotResource;
    private readonly string[] _allowed;
    private readonly string[] _granted;

    public PolicyTrial(OracleTable table, PolicyDocument document)
    {
        _table = table;
        _policy = Assert.IsType<ReadPolicy.WellFormed>(PolicyReader.ReadAnswer(document.Json, ApiKind.Rest));
        _withoutNotResource = _policy with { Statements = [.. Unconditional(_policy.Statements)] };
        _allowed =
        [
            .. _policy.Statements.Where(statement => statement.Effect == Effect.Allow)
                .SelectMany(statement => statement.Resources).Select(resource => resource.Written),
        ];
        _granted =
        [
            .. from route in table.Routes where route.Granted
               from method in route.Methods
               from end in (string[])["", "/"]
               select $"{method}/{route.Glob}{end}",
        ];
    }

    /// <summary>What is wrong with the policy for a call; null when nothing is.</summary>
    public string? FaultOf(Call call)
    {
        MethodArn method = Some.Call($"{call}");
        PolicyDecision decision = _policy.Evaluate(method, ConditionContext.Empty).Decision;
        string? fault = _table.Expect(call.Method, call.Path) switch
        {
            CallVerdict.Allow when decision != PolicyDecision.Allow => $"is granted and gets {decision}",
            CallVerdict.Refuse when decision == PolicyDecision.Allow => "is refused and gets Allow",
            CallVerdict.Refuse when decision != PolicyDecision.ExplicitDeny => $"is refused and gets no explicit Deny but {decision}",
            CallVerdict.Refuse when IsOpenedByResourcePolicy(method) => "is refused and a resource policy that allows all opens it",
            _ => null,
        };
        return fault ?? (IsUnnamedGrant(method) ? "is named by no grant and allowed when NotResource and Condition are ignored" : null);
    }

    /// <summary>What is wrong with the text of the policy; null when nothing is.</summary>
    public string? FaultOfText(Random chance)
    {
        if (Array.Find(_allowed, glob => !glob.StartsWith($"{The.StageArn}/", StringComparison.Ordinal)) is { } elsewhere)
        {
            return $"allows {elsewhere}, which is not of the stage";
        }

        if (_policy.Statements.Any(statement => statement.Effect == Effect.Allow && statement.ExcludesResources))
        {
            return "allows by NotResource";
        }

        string filled = Filled(_allowed[chance.Next(_allowed.Length)], chance);
        return MethodArn.TryParse(filled, out MethodArn? method) && IsUnnamedGrant(method)
            ? $"names {filled}, which no grant does"
            : null;
    }

    private bool IsOpenedByResourcePolicy(MethodArn method) =>
        new GatewayEvaluation { Answer = _policy, ResourcePolicy = OpensAll }.Decide(method).Decision == PolicyDecision.Allow;

    private bool IsUnnamedGrant(MethodArn method) =>
        !IsNamed($"{method}"[(The.StageArn.Length + 1)..])
        && _withoutNotResource.Evaluate(method, ConditionContext.Empty).Decision == PolicyDecision.Allow;

    private bool IsNamed(string call) => Array.Exists(_granted, glob => glob[0] == call[0] && PolicyEvaluator.Matches(glob, call));

    /// <summary>What is left for a gateway that knows neither NotResource nor Condition, at its worst.</summary>
    private static IEnumerable<IamStatement> Unconditional(IEnumerable<IamStatement> statements) =>
        from statement in statements
        where !statement.ExcludesResources && (statement.Effect == Effect.Allow || statement.Conditions.Count == 0)
        select new IamStatement
        {
            Effect = statement.Effect,
            IsAboutCaller = statement.IsAboutCaller,
            IsAboutInvoking = statement.IsAboutInvoking,
            Resources = statement.Resources,
            ExcludesResources = false,
            Conditions = [],
        };

    /// <summary>Some text that the glob covers.</summary>
    private static string Filled(string glob, Random chance) => Regex.Replace(
        glob,
        "[*?]",
        wildcard => wildcard.Value == "?" ? $"{"a1/*"[chance.Next(4)]}" : Fillings[chance.Next(Fillings.Length)],
        RegexOptions.None,
        Regex.InfiniteMatchTimeout);
}
