using System.Globalization;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Exactness;
using Authorizers.Core.Responses;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Whether policies can say what a table grants. While API Gateway keeps answers, a policy that is right for one call alone is
/// none.
/// </summary>
internal static class TableRules
{
    /// <summary>For the stage's part of a resource: no shorter one than this is possible.</summary>
    private const int ShortestStage = 38;

    /// <summary>With the method, quotes and the comma.</summary>
    private const int UsualStage = 72;

    private const int FewSpellings = 9;

    private const string TooIntricate =
        "takes too long to be told apart by policies: use fewer routes, and in each fewer {name} and fewer of !&'()+,;=:@; or set "
        + "resultTtl to 0 here and at the authorizer";

    /// <summary>Stands for the API, of which nothing is known at start; with a name for the stage that people use.</summary>
    private static readonly MethodArn Anywhere =
        Parse("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/");

    /// <param name="configuration">Read without a problem as far as routes go.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(AuthorizerConfiguration configuration, ProblemList problems)
    {
        if (configuration.Response == ResponseKind.Simple)
        {
            return;
        }

        IReadOnlyList<RouteRule> rules = configuration.Routes.Rules;
        for (int index = 0; index < rules.Count; index++)
        {
            CheckRoute(rules[index].Route, index, problems);
        }

        if (configuration.ResultTtl > TimeSpan.Zero)
        {
            CheckKept(configuration, rules, problems);
        }
    }

    private static void CheckKept(AuthorizerConfiguration configuration, IReadOnlyList<RouteRule> rules, ProblemList problems)
    {
        if (TableClashes.Of(rules) is not { } found)
        {
            problems.Add("$.routes", TooIntricate);
            return;
        }

        foreach (IGrouping<RouteRule, PolicyClash> clashes in found
            .GroupBy(clash => clash.Refused, (IEqualityComparer<RouteRule>)ReferenceEqualityComparer.Instance))
        {
            problems.Add(PathOf(IndexOf(rules, clashes.Key)), Describe([.. clashes]));
        }

        CheckSize(configuration, problems);
    }

    /// <summary>
    /// True where building the policy would be a waste of a start: its two lists of what is granted take no more than a third of
    /// the room, and no text has many spellings.
    /// </summary>
    private static bool IsSurelySmall(IReadOnlyList<RouteRule> granted, AuthorizerConfiguration configuration)
    {
        long bytes = 0;
        foreach (RouteRule rule in granted)
        {
            bytes += 2L * rule.Route.Methods.Count * (UsualStage + PathShape.Write(rule.Route.Glob).Length);
        }

        return bytes <= configuration.MaxResponseBytes / 3
            && configuration.Routes.Rules.All(rule => Respelling.Count(rule.Route.Glob) <= FewSpellings);
    }

    private static string Describe(IReadOnlyList<PolicyClash> clashes)
    {
        IEnumerable<string> granted = clashes.Select(clash => clash.Granted).Distinct(StringComparer.Ordinal);
        return $"cannot be refused to a caller who may call {string.Join(", or ", granted)}: no policy that API Gateway keeps can say "
            + "so, because its wildcards cross slashes; grant it to whoever may call those, give it a first segment of its own, or "
            + "set resultTtl to 0 here and at the authorizer";
    }

    /// <summary>Whether a policy can name the route at all.</summary>
    private static void CheckRoute(RoutePattern route, int index, ProblemList problems)
    {
        if (route.ToString() == RouteKeyText.Default)
        {
            problems.Add(PathOf(index), "has no resource of its own: for a policy, name ANY / and ANY /{proxy+}");
        }

        int length = ShortestStage + route.Methods.Max(method => method.Length) + PathShape.Write(route.Glob).Length;
        if (length > PolicyDocument.MaxResourceLength)
        {
            problems.Add(PathOf(index), "is too long for a resource of a policy, which has at most 512 characters");
        }
    }

    /// <summary>Of the callers that are sure to come: without a credential, and with a credential and no rights.</summary>
    private static void CheckSize(AuthorizerConfiguration configuration, ProblemList problems)
    {
        (string Caller, Predicate<RouteRule> MayCall)[] callers =
        [
            ("without a credential", rule => rule.Anyone),
            ("with a credential and no rights", rule => rule.Anyone || rule is { Scopes.Count: 0, Groups.Count: 0, Claims.Count: 0 }),
        ];
        foreach ((string caller, Predicate<RouteRule> mayCall) in callers)
        {
            RouteRule[] granted = [.. configuration.Routes.Rules.Where(rule => mayCall(rule))];
            RouteRule[] refused = [.. configuration.Routes.Rules.Where(rule => !mayCall(rule))];
            BuiltPolicy? built = IsSurelySmall(granted, configuration)
                ? null
                : new PolicyBuilder(new Grants(granted, refused), Anywhere).Within(configuration.MaxResponseBytes);
            if (built is BuiltPolicy.TooLarge tooLarge && tooLarge.Bytes > configuration.MaxResponseBytes)
            {
                problems.Add("$.routes", string.Create(
                    CultureInfo.InvariantCulture,
                    $"makes a policy of some {tooLarge.Bytes} bytes for a caller {caller}: more than maxResponseBytes"));
            }
            else if (built is BuiltPolicy.TooIntricate)
            {
                problems.Add("$.routes", TooIntricate);
            }
        }
    }

    private static int IndexOf(IReadOnlyList<RouteRule> rules, RouteRule rule)
    {
        int index = 0;
        while (!ReferenceEquals(rules[index], rule))
        {
            index++;
        }

        return index;
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"$.routes[{index}].route");

    private static MethodArn Parse(string text) =>
        MethodArn.TryParse(text, out MethodArn? arn) ? arn : throw new FormatException(text);
}
