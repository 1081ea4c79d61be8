using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Lambda.Records;

namespace Authorizers.Lambda.Tests.Records;

/// <summary>What is kept of a decision, and of one that was not reached.</summary>
public sealed class DecisionRecordTests
{
    [Fact]
    public void Allowed_is_what_the_gateway_lets_pass()
    {
        DecisionRecord record = DecisionRecord.Of(SomeDecision.Allowed(), The.Method);

        Assert.Equal(("allowed", null, null), (record.Outcome, record.Code, record.Claim));
        Assert.Equal((SomeDecision.Evidence, "GET /orders/{id}", The.Method), (record.Evidence, record.Route, record.Method));
    }

    [Fact]
    public void What_is_granted_elsewhere_is_denied_here()
    {
        DecisionRecord record = DecisionRecord.Of(SomeDecision.AllowedElsewhere(), The.Method);

        Assert.Equal(("denied", "not_granted", "GET /orders/{id}"), (record.Outcome, record.Code, record.Route));
    }

    [Fact]
    public void A_call_of_no_route_is_denied()
    {
        DecisionRecord record = DecisionRecord.Of(SomeDecision.AllowedRoutes("POST /orders"), The.Method);

        Assert.Equal(("denied", "not_granted", null), (record.Outcome, record.Code, record.Route));
    }

    [Fact]
    public void A_principal_that_may_call_nothing_is_denied()
    {
        DecisionRecord record = DecisionRecord.Of(SomeDecision.Denied(), The.Method);

        Assert.Equal(("denied", "not_granted", SomeDecision.Evidence), (record.Outcome, record.Code, record.Evidence));
    }

    [Fact]
    public void No_acceptable_credential_is_unauthenticated()
    {
        Decision decision = SomeDecision.Unauthenticated();

        DecisionRecord record = DecisionRecord.Of(decision, The.Method);

        Assert.Equal(("unauthenticated", "credential_missing"), (record.Outcome, record.Code));
        Assert.Equal((default(Evidence), "GET /orders/{id}"), (record.Evidence, record.Route));
    }

    [Fact]
    public void An_outage_keeps_its_code()
    {
        var record = DecisionRecord.Of(new OutageException("table_unreachable", "It is gone."), The.Method);

        Assert.Equal(("outage", "table_unreachable", The.Method), (record.Outcome, record.Code, record.Method));
    }

    [Fact]
    public void An_event_of_another_kind_is_a_fault_with_a_code_of_its_own()
    {
        var record = DecisionRecord.Of(new InvalidEventException("It is none."), method: null);

        Assert.Equal(("fault", "event_invalid", null), (record.Outcome, record.Code, record.Method));
    }

    [Fact]
    public void Anything_else_is_a_fault()
    {
        Exception[] exceptions = [new InvalidOperationException(), new OperationCanceledException(), new UnauthorizedException()];

        Assert.All(exceptions.Select(exception => DecisionRecord.Of(exception, The.Method)), record =>
            Assert.Equal(("fault", "fault", The.Method), (record.Outcome, record.Code, record.Method)));
    }
}
