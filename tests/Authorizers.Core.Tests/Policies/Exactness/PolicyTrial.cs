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
    private readonly PlainEvaluation _policy;
    private readonly ReadPolicy? _readPolicy;
    private readonly string[] _granted;
    private readonly bool _foldsMethods;

    /// <param name="table">What is granted.</param>
    /// <param name="document">What is tried.</param>
    /// <param name="isThorough">Whether the suite's own evaluator is asked as well, as it reads the policy's text.</param>
    public PolicyTrial(OracleTable table, PolicyDocument document, bool isThorough)
    {
        _table = table;
        _policy = new PlainEvaluation(document.Statements);
        _readPolicy = isThorough ? PolicyReader.ReadAnswer(document.Json, ApiKind.Rest) : null;
        _foldsMethods = _policy.Allowed.Any(glob => glob.Split('/')[0].Contains('?'));
        _granted =
        [
            .. from route in table.Routes where route.Granted
               from method in route.Methods
               from end in (string[])["", "/"]
               select $"{method}/{route.Glob}{end}",
        ];
    }

    /// <summary>What is wrong with the policy for a call; null when nothing is.</summary>
    /// <remarks>A resource may fold methods into one; of what it then covers, API Gateway routes no other.</remarks>
    public string? FaultOf(Call call)
    {
        if (_foldsMethods && !OracleRoute.Routable.Contains(call.Method))
        {
            return null;
        }

        PolicyDecision decision = _policy.Decide($"{call}");
        return _table.Expect(call.Method, call.Path) switch
        {
            CallVerdict.Allow when decision != PolicyDecision.Allow => $"is granted and gets {decision}",
            CallVerdict.Refuse when decision == PolicyDecision.Allow => "is refused and gets Allow",
            CallVerdict.Refuse when decision != PolicyDecision.ExplicitDeny && MayReachRefused(call) => $"is refused and gets no explicit Deny but {decision}",
            _ when IsUnnamedGrant($"{call}") => "is named by no grant and allowed when NotResource is ignored",
            _ => _readPolicy is null ? null : FaultOf(call, decision, _readPolicy, MayReachRefused(call)),
        };
    }

    /// <summary>What is wrong with the text of the policy; null when nothing is.</summary>
    public string? FaultOfText(Random chance)
    {
        string filled = Filled(_policy.Allowed[chance.Next(_policy.Allowed.Count)], chance);
        return _policy.AllowsByExclusion ? "allows by NotResource"
            : OracleRoute.Routable.Contains(filled.Split('/')[0]) && IsUnnamedGrant(filled) ? $"names {filled}, which no grant does"
            : null;
    }

    /// <summary>Where no route is, a resource policy that allows all opens nothing.</summary>
    private bool MayReachRefused(Call call) => _table.MayMeanRefused(call.Method, call.Path);

    private static string? FaultOf(Call call, PolicyDecision decision, ReadPolicy policy, bool mayReachRefused)
    {
        MethodArn method = Some.Call($"{call}");
        PolicyDecision read = new GatewayEvaluation { Answer = policy }.Decide(method).Decision;
        PolicyDecision opened = new GatewayEvaluation { Answer = policy, ResourcePolicy = OpensAll }.Decide(method).Decision;
        return read != decision ? $"gets {decision}, but {read} by the suite's evaluator"
            : opened == decision || !mayReachRefused ? null
            : $"gets {decision}, and {opened} when a resource policy allows all";
    }

    private bool IsUnnamedGrant(string call) =>
        !IsNamed(call)
        && !(_foldsMethods && PathReadings.Of(call).Any(IsNamed))
        && _policy.Decide(call, ignoresExclusions: true) == PolicyDecision.Allow;

    private bool IsNamed(string call) =>
        Array.Exists(_granted, glob => glob[0] == call[0] && PolicyEvaluator.Matches(glob, call));

    /// <summary>Some text that the glob covers.</summary>
    private static string Filled(string glob, Random chance) => Regex.Replace(
        glob,
        "[*?]",
        wildcard => wildcard.Value == "?" ? $"{"a1/*"[chance.Next(4)]}" : Fillings[chance.Next(Fillings.Length)],
        RegexOptions.None,
        Regex.InfiniteMatchTimeout);
}
