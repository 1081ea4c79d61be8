using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Tests.Policies.Evaluation;
using Authorizers.Core.Verification;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>One token, one policy, and all routes one after the other.</summary>
public sealed class CachingGatewayTests
{
    private const string Token = "token";

    public static TheoryData<string, string> Roles => [.. RealTable.Roles];

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_policy_that_was_kept_answers_every_route_as_if_it_had_been_asked_for(string table, string role)
    {
        Principal principal = RealTable.Principal(table, role);
        OracleTable oracle = RealTable.Oracle(table, principal);
        Call[] calls = [.. OneCallOfEach(oracle)];
        foreach (int first in (int[])[0, 17, 34, 51])
        {
            var gateway = new CachingGateway(Suite(RealTable.Load(table), principal));
            Assert.All(
                calls[first..].Concat(calls[..first]),
                call => Assert.Equal(IsGranted(oracle, call) ? 200 : 403, gateway.Status(Token, Some.Call($"{call}"))));
            Assert.Equal(1, gateway.Asked);
        }
    }

    [Fact]
    public void A_policy_that_names_the_method_called_refuses_the_second_route()
    {
        OracleTable oracle = RealTable.Oracle("shop", RealTable.Principal("shop", "admin"));
        Call[] granted = [.. OneCallOfEach(oracle).Where(call => IsGranted(oracle, call))];
        var gateway = new CachingGateway((_, method) => Some.Utf8(Evaluated.Policy(Evaluated.Statement("Allow", $"{method}"))));

        int[] statuses = [.. granted.Select(call => gateway.Status(Token, Some.Call($"{call}")))];

        Assert.Equal(200, statuses[0]);
        Assert.InRange(statuses.Length, 50, 60);
        Assert.All(statuses[1..], status => Assert.Equal(403, status));
    }

    [Fact]
    public void A_policy_that_allows_all_once_something_was_granted_opens_every_route()
    {
        OracleTable oracle = RealTable.Oracle("shop", RealTable.Principal("shop", "customer"));
        var gateway = new CachingGateway((_, _) => Some.Utf8(Evaluated.Policy(Evaluated.Statement("Allow", $"{The.StageArn}/*"))));

        Assert.All(OneCallOfEach(oracle), call => Assert.Equal(200, gateway.Status(Token, Some.Call($"{call}"))));
        Assert.Contains(OneCallOfEach(oracle), call => !IsGranted(oracle, call));
    }

    private static Func<string, MethodArn, byte[]> Suite(AuthorizerConfiguration configuration, Principal principal)
    {
        var responder = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual);
        return (_, method) =>
        {
            Decision.Allowed decision = RealTable.Decide(configuration, principal, $"{method}"[(The.StageArn.Length + 1)..]);
            return Assert.IsType<PolicyResponse>(responder.Settle(decision, method).Response).Policy.Json.ToArray();
        };
    }

    private static bool IsGranted(OracleTable oracle, Call call) => oracle.Expect(call.Method, call.Path) == CallVerdict.Allow;

    private static IEnumerable<Call> OneCallOfEach(OracleTable oracle) =>
        from route in oracle.Routes
        let path = route.Segments.Select((segment, index) => OracleRoute.IsParameter(segment) ? $"{index}" : segment)
        select new Call(route.Methods[^1], string.Join('/', path));
}
