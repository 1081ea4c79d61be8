using System.Text;
using System.Text.Json;
using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Responses;

public sealed class ResponderTests
{
    private static readonly RouteRule Orders = Some.Rule("GET /orders");
    private static readonly RouteRule Reports = Some.Rule("GET /reports");
    private static readonly Principal Alice = new() { Id = The.Subject, Context = [new("tenant", "acme"), new("level", 7L)] };

    [Theory]
    [InlineData(OnUnauthenticated.Throw)]
    [InlineData(OnUnauthenticated.Deny)]
    public void Allowed_is_the_principal_its_policy_and_its_context(OnUnauthenticated mode)
    {
        var decision = new Decision.Allowed(Alice, new Grants([Orders], [Reports]), Orders, default);

        PolicyResponse response = Respond(decision, mode);

        Assert.Equal(The.Subject, response.PrincipalId);
        Assert.Equal([new("tenant", "acme"), new("level", 7L)], response.Context);
        Assert.Equal(
            [$"{The.StageArn}/GET/orders"],
            Assert.Single(response.Policy.Statements, statement => statement.Effect == Effect.Allow).Resources);
    }

    [Fact]
    public void Allowed_something_else_than_was_called_is_the_same_answer_and_tells_no_reason()
    {
        var decision = new Decision.Allowed(Alice, new Grants([Orders], [Reports]), Reports, default);

        PolicyResponse response = Respond(decision, OnUnauthenticated.Throw);

        Assert.Equal("not_granted", decision.Reason?.Code);
        Assert.DoesNotContain(response.Context, pair => pair.Key == "reason");
        Assert.Equal(2, response.Policy.Statements.Count);
    }

    [Theory]
    [InlineData(OnUnauthenticated.Throw)]
    [InlineData(OnUnauthenticated.Deny)]
    public void Denied_is_the_principal_and_a_policy_that_refuses_all(OnUnauthenticated mode)
    {
        var decision = new Decision.Denied(Alice, Rejection.NotGranted, Orders, default);

        PolicyResponse response = Respond(decision, mode);

        Assert.Equal(The.Subject, response.PrincipalId);
        Assert.Equal([new("reason", "not_granted")], response.Context);
        AssertRefusesAll(response.Policy);
    }

    [Fact]
    public void Unauthenticated_is_no_response()
    {
        var decision = new Decision.Unauthenticated(Rejection.TokenExpired, Orders, default);

        SettledDecision settled = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual).Settle(decision, The.Call);

        Assert.Equal(new SettledDecision(decision, null), settled);
    }

    [Fact]
    public void The_error_that_makes_a_401_says_Unauthorized_alone() =>
        Assert.Equal("Unauthorized", new UnauthorizedException().Message);

    [Fact]
    public void Unauthenticated_is_a_refusal_with_its_reason_where_so_configured()
    {
        var decision = new Decision.Unauthenticated(Rejection.TokenExpired, Orders, default);

        PolicyResponse response = Respond(decision, OnUnauthenticated.Deny);

        Assert.Equal("anonymous", response.PrincipalId);
        Assert.Equal([new("reason", "token_expired")], response.Context);
        AssertRefusesAll(response.Policy);
    }

    [Theory]
    [InlineData("key_unknown")]
    [InlineData("key_not_found")]
    [InlineData("key_not_yet_valid")]
    [InlineData("key_secret_mismatch")]
    public void A_key_that_may_be_there_in_a_moment_is_never_answered_by_a_policy_that_is_kept(string code)
    {
        Rejection[] reasons = [Rejection.KeyUnknown, Rejection.KeyNotFound, Rejection.KeyNotYetValid, Rejection.KeySecretMismatch];
        var decision = new Decision.Unauthenticated(reasons.Single(reason => reason.Code == code), Orders, default);

        Assert.Null(new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual).Settle(decision, The.Call).Response);
        Assert.Null(new Responder(OnUnauthenticated.Deny, PolicyLimits.Usual).Settle(decision, The.Call).Response);
    }

    [Fact]
    public void An_unknown_id_and_a_wrong_secret_are_answered_alike()
    {
        var responder = new Responder(OnUnauthenticated.Deny, PolicyLimits.Usual);
        Assert.Null(responder.Settle(new Decision.Unauthenticated(Rejection.KeyNotFound, Orders, default), The.Call).Response);
        Assert.Null(responder.Settle(new Decision.Unauthenticated(Rejection.KeySecretMismatch, Orders, default), The.Call).Response);
    }

    [Fact]
    public void Unless_told_otherwise_the_unauthenticated_get_401() => Assert.Equal(OnUnauthenticated.Throw, default);

    private static void AssertRefusesAll(PolicyDocument policy)
    {
        Statement statement = Assert.Single(policy.Statements);
        Assert.Equal(Effect.Deny, statement.Effect);
        Assert.Equal([$"{The.StageArn}/*"], statement.Resources);
    }

    [Theory]
    [InlineData("GET/a/1", null)]
    [InlineData("GET/a/%62", "path_unsafe")]
    [InlineData("GET/a/.", "path_unsafe")]
    [InlineData("GET/a/x%3Ay", "path_unsafe")]
    [InlineData("GET/a/x%20y", null)]
    public void An_answer_for_one_call_is_for_no_other_spelling_of_a_refused_one(string call, string? code)
    {
        RouteRule outer = Some.Rule("GET /a/{x}");
        var grants = new Grants(
            [outer, Some.Rule("GET /a/{x}/b/{y}/c/{z}")], [Some.Rule("GET /a/{x}/b/{y}"), Some.Rule("GET /a/b"), Some.Rule("GET /a/x:y")]);
        var decision = new Decision.Allowed(Alice, grants, outer, default);

        var responder = new Responder(OnUnauthenticated.Throw, new PolicyLimits { AreKept = false });

        Assert.Equal(code, (responder.Settle(decision, Some.Call(call)).Decision as Decision.Denied)?.Reason.Code);
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(700, "policy_too_large")]
    public void An_answer_for_one_call_is_no_larger_than_the_api_takes(int length, string? code)
    {
        RouteRule rule = Some.Rule("GET /a/{x}");
        var talkative = new Principal { Id = "alice", Context = [new("note", new string('x', length))] };
        var decision = new Decision.Allowed(talkative, new Grants([rule], []), rule, default);
        var responder = new Responder(OnUnauthenticated.Throw, new PolicyLimits { AreKept = false, MaxBytes = 1024 });

        SettledDecision settled = responder.Settle(decision, Some.Call("GET/a/1"));

        Assert.Equal(code, (settled.Decision as Decision.Denied)?.Reason.Code);
        Assert.InRange(Encoding.UTF8.GetByteCount(Written(settled.Response!)), 1, 1024);
    }

    [Theory]
    [InlineData(100, "a")]
    [InlineData(2000, "anonymous")]
    public void A_refusal_names_nobody_where_the_name_alone_is_more_than_the_api_takes(int length, string name)
    {
        var principal = new Principal { Id = new string('a', length) };
        var responder = new Responder(OnUnauthenticated.Throw, new PolicyLimits { MaxBytes = 1024 });

        AuthorizerResponse response = responder.Settle(
            new Decision.Denied(principal, Rejection.NotGranted, null, default), Some.Call("GET/a/1")).Response!;

        Assert.StartsWith(name, Assert.IsType<PolicyResponse>(response).PrincipalId, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(Written(response)), 1, 1024);
    }

    private static string Written(AuthorizerResponse response)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            AuthorizerResponseJson.Write(writer, response);
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static PolicyResponse Respond(Decision decision, OnUnauthenticated mode) =>
        Assert.IsType<PolicyResponse>(new Responder(mode, PolicyLimits.Usual).Settle(decision, The.Call).Response);
}
