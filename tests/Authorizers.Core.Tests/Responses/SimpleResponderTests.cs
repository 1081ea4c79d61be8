using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Responses;

public sealed class SimpleResponderTests
{
    private static readonly RouteRule Orders = Some.Rule("GET /orders");
    private static readonly RouteRule Reports = Some.Rule("GET /reports");
    private static readonly Principal Alice = new() { Id = The.Subject, Context = [new("tenant", "acme"), new("level", 7L)] };

    [Fact]
    public void A_call_that_is_granted_passes_with_the_principals_context()
    {
        SimpleResponse response = Respond(new Decision.Allowed(Alice, new Grants([Orders], [Reports]), Orders, default));

        Assert.True(response.IsAuthorized);
        Assert.Equal([new("tenant", "acme"), new("level", 7L)], response.Context);
    }

    [Fact]
    public void A_call_that_is_not_is_refused_whatever_else_is_granted() =>
        AssertRefused("not_granted", new Decision.Allowed(Alice, new Grants([Orders], [Reports]), Reports, default));

    [Fact]
    public void A_call_of_no_route_is_refused() =>
        AssertRefused("not_granted", new Decision.Allowed(Alice, new Grants([Orders], [Reports]), null, default));

    [Fact]
    public void A_principal_that_may_call_nothing_is_refused() =>
        AssertRefused("path_unsafe", new Decision.Denied(Alice, Rejection.PathUnsafe, Orders, default));

    [Fact]
    public void Without_a_credential_the_answer_is_no_and_no_error() =>
        AssertRefused("token_expired", new Decision.Unauthenticated(Rejection.TokenExpired, Orders, default));

    private static void AssertRefused(string code, Decision decision)
    {
        SimpleResponse response = Respond(decision);
        Assert.False(response.IsAuthorized);
        Assert.Equal([new("reason", code)], response.Context);
    }

    private static SimpleResponse Respond(Decision decision)
    {
        SettledDecision settled = new SimpleResponder().Settle(decision, The.Call);
        Assert.Same(decision, settled.Decision);
        return Assert.IsType<SimpleResponse>(settled.Response);
    }
}
