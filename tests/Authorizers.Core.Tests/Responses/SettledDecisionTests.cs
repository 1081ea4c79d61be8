using System.Text;
using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Responses;

/// <summary>What becomes of a decision that a policy cannot say, or can say of a single call only.</summary>
public sealed class SettledDecisionTests
{
    private static readonly RouteRule Outer = Some.Rule("GET /a/{x}");
    private static readonly RouteRule Between = Some.Rule("GET /a/{x}/b/{y}", "s");
    private static readonly RouteRule Inner = Some.Rule("GET /a/{x}/b/{y}/c/{z}");

    private static readonly Grants Clashing = new([Outer, Inner], [Between]);

    private static readonly PolicyLimits NotKept = new() { AreKept = false };

    [Fact]
    public void A_principal_whose_routes_no_kept_policy_tells_apart_may_call_nothing()
    {
        PolicyResponse response = Respond(PolicyLimits.Usual, Clashing, "GET/a/1", Outer, out Decision settled);

        Assert.Equal("policy_inexpressible", Assert.IsType<Decision.Denied>(settled).Reason.Code);
        Assert.Equal([new("reason", "policy_inexpressible")], response.Context);
        Assert.Equal(PolicyDecision.ExplicitDeny, Decide(response, "GET/a/1"));
    }

    [Fact]
    public void Where_nothing_is_kept_its_policy_is_about_the_call_alone()
    {
        PolicyResponse response = Respond(NotKept, Clashing, "GET/a/1", Outer, out Decision settled);

        Assert.IsType<Decision.Allowed>(settled);
        Assert.Equal(PolicyDecision.Allow, Decide(response, "GET/a/1"));
        Assert.All(
            ["GET/a/2", "GET/a/1/", "GET/a/1/b/2", "GET/a/1/b/2/c/3", "POST/a/1"],
            call => Assert.Equal(PolicyDecision.ExplicitDeny, Decide(response, call)));
    }

    [Fact]
    public void And_a_call_that_is_not_granted_is_refused()
    {
        Respond(NotKept, Clashing, "GET/a/1/b/2", Between, out Decision settled);

        Assert.Equal("not_granted", Assert.IsType<Decision.Denied>(settled).Reason.Code);
    }

    [Theory]
    [InlineData("GET/a/*")]
    [InlineData("GET/a/1?")]
    [InlineData("GET/a/${aws:username}")]
    public void A_path_that_would_be_a_pattern_is_never_named(string call)
    {
        PolicyResponse response = Respond(NotKept, Clashing, call, Outer, out Decision settled);

        Assert.Equal("path_unsafe", Assert.IsType<Decision.Denied>(settled).Reason.Code);
        Assert.Equal([$"{The.StageArn}/*"], Assert.Single(response.Policy.Statements).Resources);
    }

    [Fact]
    public void Where_an_exact_policy_exists_it_is_the_answer_whatever_is_kept()
    {
        var grants = new Grants([Outer], [Between]);

        PolicyResponse kept = Respond(PolicyLimits.Usual, grants, "GET/a/1", Outer, out _);
        PolicyResponse asked = Respond(NotKept, grants, "GET/a/1", Outer, out _);

        Assert.Equal(Json(kept.Policy), Json(asked.Policy));
    }

    [Fact]
    public void A_policy_over_the_limit_is_compact_and_says_the_same()
    {
        var grants = new Grants([.. Names(40).Select(name => Some.Rule($"ANY /{name}/{{id}}"))], []);

        PolicyResponse full = Respond(new() { MaxBytes = 100_000 }, grants, "GET/", null, out _);
        PolicyResponse compact = Respond(new() { MaxBytes = 40_000 }, grants, "GET/", null, out _);

        Assert.InRange(Json(compact.Policy).Length, 1, Json(full.Policy).Length / 3 * 2);
        Assert.All(
            ["GET/n7/1", "PATCH/n7/1", "GET/n7", "GET/n7/1/2", "GET/m7/1", "HEAD/n39/x"],
            call => Assert.Equal(Decide(full, call), Decide(compact, call)));
    }

    [Fact]
    public void A_principal_whose_policy_is_too_large_in_either_form_may_call_nothing()
    {
        var grants = new Grants([.. Names(200).Select(name => Some.Rule($"ANY /{name}/{{id}}"))], []);

        Respond(PolicyLimits.Usual, grants, "GET/n7/1", grants.Allowed[7], out Decision kept);
        PolicyResponse alone = Respond(NotKept, grants, "GET/n7/1", grants.Allowed[7], out _);

        Assert.Equal("policy_too_large", Assert.IsType<Decision.Denied>(kept).Reason.Code);
        Assert.Equal(PolicyDecision.Allow, Decide(alone, "GET/n7/1"));
    }

    [Fact]
    public void The_context_counts_towards_the_limit()
    {
        var grants = new Grants([Outer], []);
        int bytes = Respond(PolicyLimits.Usual, grants, "GET/a/1", Outer, out _).Policy.Json.Length;
        var told = new Principal { Id = The.Subject, Context = [new("t", new string('\u0001', 1_000))] };

        Respond(new() { MaxBytes = bytes + 6_200 }, grants, "GET/a/1", Outer, out Decision good, told);
        Respond(new() { MaxBytes = bytes + 5_000 }, grants, "GET/a/1", Outer, out Decision bad, told);

        Assert.IsType<Decision.Allowed>(good);
        Assert.Equal("policy_too_large", Assert.IsType<Decision.Denied>(bad).Reason.Code);
    }

    [Fact]
    public void An_objection_is_against_one_call_and_leaves_the_others_as_they_are()
    {
        var grants = new Grants([Outer], []);
        var objected = new Decision.Allowed(Some.Principal(), grants, Outer, default) { Objection = Rejection.PathUnsafe };
        var responder = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual);

        SettledDecision settled = responder.Settle(objected, Some.Call("GET/a/1"));

        Assert.Same(objected, settled.Decision);
        var response = Assert.IsType<PolicyResponse>(settled.Response);
        Assert.Equal(PolicyDecision.ExplicitDeny, Decide(response, "GET/a/1"));
        Assert.Equal(PolicyDecision.Allow, Decide(response, "GET/a/2"));
    }

    [Fact]
    public void An_objection_against_a_call_that_cannot_be_named_is_one_against_all()
    {
        var objected = new Decision.Allowed(Some.Principal(), new Grants([Outer], []), Outer, default) { Objection = Rejection.PathUnsafe };

        SettledDecision settled = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual).Settle(objected, Some.Call("GET/a/*"));

        Assert.Equal("path_unsafe", Assert.IsType<Decision.Denied>(settled.Decision).Reason.Code);
        Assert.Equal(PolicyDecision.ExplicitDeny, Decide(Assert.IsType<PolicyResponse>(settled.Response), "GET/a/2"));
    }

    [Theory]
    [InlineData("2026-11-20T06:59:59Z", true)]
    [InlineData("2026-11-20T07:00:00Z", false)]
    public void A_grant_ends_with_the_credential_where_so_configured(string now, bool allowed)
    {
        var limits = new PolicyLimits { EndWithCredential = true };
        var principal = new Principal { Id = The.Subject, Expires = new(2026, 11, 20, 7, 0, 0, 900, TimeSpan.Zero) };

        PolicyResponse response = Respond(limits, new Grants([Outer], []), "GET/a/1", Outer, out _, principal);

        Assert.Contains("""
            "Condition":{"DateLessThan":{"aws:CurrentTime":"2026-11-20T07:00:00Z"}}
            """, Json(response.Policy));
        Assert.Equal(allowed ? PolicyDecision.Allow : PolicyDecision.ImplicitDeny, Decide(response, "GET/a/1", now));
    }

    [Fact]
    public void A_credential_without_an_end_makes_a_grant_without_one() => Assert.DoesNotContain(
        "Condition",
        Json(Respond(new() { EndWithCredential = true }, new Grants([Outer], []), "GET/a/1", Outer, out _).Policy));

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(index => $"n{index}");

    private static PolicyResponse Respond(
        PolicyLimits limits, Grants grants, string call, RouteRule? called, out Decision settled, Principal? principal = null)
    {
        var responder = new Responder(OnUnauthenticated.Throw, limits);
        var decision = new Decision.Allowed(principal ?? Some.Principal(), grants, called, default);
        (settled, AuthorizerResponse? response) = responder.Settle(decision, Some.Call(call));
        return Assert.IsType<PolicyResponse>(response);
    }

    private static PolicyDecision Decide(PolicyResponse response, string call, string? now = null) => new GatewayEvaluation
    {
        Answer = PolicyReader.ReadAnswer(response.Policy.Json, ApiKind.Rest),
        Context = now is null ? ConditionContext.Empty : new ConditionContext([new("aws:CurrentTime", now)]),
    }.Decide(Some.Call(call)).Decision;

    private static string Json(PolicyDocument policy) => Encoding.UTF8.GetString(policy.Json);
}
