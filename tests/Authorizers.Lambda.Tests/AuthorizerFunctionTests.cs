using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.TestUtilities;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;
using Authorizers.Lambda.Typed;

namespace Authorizers.Lambda.Tests;

/// <summary>One event in: one decision, one record and one answer out.</summary>
public sealed class AuthorizerFunctionTests : IDisposable
{
    private readonly StoppedClock _clock = new();
    private readonly MemoryStream _records = new();

    public static TheoryData<string> Outcomes => [.. Cases.Keys];

    /// <summary>Authorizer, how 401 is said, and what must be recorded, by what happens.</summary>
    private static Dictionary<string, (IAuthorizer Authorizer, OnUnauthenticated On, string Outcome, string? Code)> Cases => new()
    {
        ["allowed"] = (StubAuthorizer.Deciding(SomeDecision.Allowed()), default, "allowed", null),
        ["allowed elsewhere"] = (StubAuthorizer.Deciding(SomeDecision.AllowedElsewhere()), default, "denied", "not_granted"),
        ["denied"] = (StubAuthorizer.Deciding(SomeDecision.Denied()), default, "denied", "not_granted"),
        ["401 by an exception"] =
            (StubAuthorizer.Deciding(SomeDecision.Unauthenticated()), default, "unauthenticated", "credential_missing"),
        ["401 by a deny"] = (StubAuthorizer.Deciding(SomeDecision.Unauthenticated()),
            OnUnauthenticated.Deny, "unauthenticated", "credential_missing"),
        ["an outage"] = (StubAuthorizer.Throwing(new OutageException("issuer_unreachable", "It is down.")),
            default, "outage", "issuer_unreachable"),
        ["a fault"] = (StubAuthorizer.Throwing(new InvalidOperationException()), default, "fault", "fault"),
        ["a 401 that the authorizer did not decide"] =
            (StubAuthorizer.Throwing(new UnauthorizedException()), default, "fault", "fault"),
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Whatever_happens_there_is_one_record(string happens)
    {
        (IAuthorizer authorizer, OnUnauthenticated on, string outcome, string? code) = Cases[happens];
        AuthorizerFunction function = Function(authorizer, on);

        await Record.ExceptionAsync(() => HandleAsync(function));
        await Record.ExceptionAsync(() => AuthorizeAsync(function));

        Assert.Equal([(outcome, code, "prod"), (outcome, code, "prod")], Records.Select(Summary));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_leaves_a_record_too()
    {
        APIGatewayCustomAuthorizerRequest? nothing = null;
        AuthorizerFunction function = Function(StubAuthorizer.Deciding(SomeDecision.Allowed()));

        await Assert.ThrowsAsync<InvalidEventException>(() => HandleAsync(function, "{}"));
        await Assert.ThrowsAsync<InvalidEventException>(
            () => function.AuthorizeAsync(nothing, AmazonEvents.ToRequest, new TestLambdaContext()));

        Assert.Equal([("fault", "event_invalid", null), ("fault", "event_invalid", null)], Records.Select(Summary));
    }

    [Fact]
    public async Task Exceptions_go_through()
    {
        Exception[] exceptions = [new OutageException("a", "b"), new InvalidOperationException(), new UnauthorizedException()];

        foreach (Exception exception in exceptions)
        {
            AuthorizerFunction function = Function(StubAuthorizer.Throwing(exception));
            Assert.Same(exception, await Record.ExceptionAsync(() => HandleAsync(function)));
            Assert.Same(exception, await Record.ExceptionAsync(() => AuthorizeAsync(function)));
        }
    }

    [Fact]
    public async Task A_caller_without_a_credential_is_answered_by_the_exception_that_is_401()
    {
        AuthorizerFunction function = Function(StubAuthorizer.Deciding(SomeDecision.Unauthenticated()));

        Assert.Equal("Unauthorized", (await Assert.ThrowsAsync<UnauthorizedException>(() => HandleAsync(function))).Message);
        Assert.Equal("Unauthorized", (await Assert.ThrowsAsync<UnauthorizedException>(() => AuthorizeAsync(function))).Message);
    }

    [Fact]
    public async Task The_answer_is_the_response_in_JSON_with_no_more_escapes_than_needed()
    {
        AuthorizerFunction function = Function(
            StubAuthorizer.Deciding(SomeDecision.Allowed(new("name", "Zoë <\"O'Neill\"> & \U0001F600"), new("level", 7L))));

        Assert.EndsWith(""","context":{"name":"Zoë <\"O'Neill\"> & \uD83D\uDE00","level":7}}""", await HandleAsync(function));
    }

    [Fact]
    public async Task The_record_tells_the_invocation_and_how_long_it_took()
    {
        var authorizer = new StubAuthorizer((_, _) =>
        {
            _clock.Advance(TimeSpan.FromMicroseconds(12_345.6));
            return SomeDecision.Allowed();
        });

        await HandleAsync(Function(authorizer));

        JsonElement record = Assert.Single(Records);
        Assert.Equal(The.RequestId, Text(record, "requestId"));
        Assert.Equal("Root=1-5bef", Text(record, "traceId"));
        Assert.Equal(12.346, record.GetProperty("DurationMs").GetDouble());
    }

    [Fact]
    public async Task The_authorizer_gets_the_request_and_the_time_left()
    {
        List<(string Method, string Token, TimeSpan Left)> seen = [];
        var authorizer = new StubAuthorizer((request, deadline) =>
        {
            seen.Add((request.Method.ToString(), Encoding.UTF8.GetString(request.AuthorizationToken.Span), deadline.Remaining));
            return SomeDecision.Allowed();
        });

        await HandleAsync(Function(authorizer));
        await AuthorizeAsync(Function(authorizer));

        Assert.Equal(
            [(The.MethodArn, "Bearer abc", The.TimeLimit), (The.MethodArn, "Bearer abc", TimeSpan.FromSeconds(2))], seen);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData('x')]
    public async Task A_response_that_JSON_has_no_form_for_is_a_fault_of_its_own(object value)
    {
        var context = new KeyValuePair<string, object>("a", value);
        AuthorizerFunction function = Function(StubAuthorizer.Deciding(SomeDecision.Allowed(context)));

        await Assert.ThrowsAsync<ResponseUnwritableException>(() => HandleAsync(function));
        Assert.Single(Records);
    }

    public void Dispose() => _records.Dispose();

    private IEnumerable<JsonElement> Records =>
        from line in Encoding.UTF8.GetString(_records.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select JsonSerializer.Deserialize<JsonElement>(line);

    private static (string? Outcome, string? Code, string? Stage) Summary(JsonElement record) =>
        (Text(record, "outcome"), Text(record, "code"), Text(record, "stage"));

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private static Task<AuthorizerResponse> AuthorizeAsync(AuthorizerFunction function) => function.AuthorizeAsync(
        new APIGatewayCustomAuthorizerRequest { Type = "TOKEN", AuthorizationToken = "Bearer abc", MethodArn = The.MethodArn },
        AmazonEvents.ToRequest,
        new TestLambdaContext { AwsRequestId = The.RequestId, RemainingTime = TimeSpan.FromSeconds(2) });

    private async Task<string> HandleAsync(AuthorizerFunction function, string json = The.Event)
    {
        using LambdaContext context = Some.Context(_clock);
        var response = new ArrayBufferWriter<byte>();
        await function.HandleAsync(Encoding.UTF8.GetBytes(json), context, response);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    private AuthorizerFunction Function(IAuthorizer authorizer, OnUnauthenticated on = OnUnauthenticated.Throw) =>
        new(authorizer, TokenEvent.Read, new Responder(on, PolicyLimits.Usual), new DecisionLog("token", _records, LogSettings.Default, _clock), _clock);
}
