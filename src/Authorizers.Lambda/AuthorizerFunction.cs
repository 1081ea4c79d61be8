using System.Buffers;
using System.Text.Json;
using Amazon.Lambda.Core;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda;

/// <summary>
/// An authorizer as a Lambda function: event in, decision, record, response out. Whatever happens, there is one record.
/// </summary>
/// <param name="authorizer">Decides.</param>
/// <param name="readEvent">Reads this function's kind of event.</param>
/// <param name="responder">Says the decision in API Gateway's words.</param>
/// <param name="log">Takes the record.</param>
/// <param name="clock">For deadlines and durations.</param>
public sealed class AuthorizerFunction(
    IAuthorizer authorizer,
    Func<ReadOnlyMemory<byte>, AuthorizerRequest> readEvent,
    IResponder responder,
    DecisionLog log,
    TimeProvider clock) : IInvocationHandler
{
    /// <summary>More than Lambda gives; some hosts say "for ever".</summary>
    private static readonly TimeSpan MaxRemaining = TimeSpan.FromHours(1);

    /// <summary>Makes ready during INIT what can be.</summary>
    public Task PrepareAsync(Deadline deadline) => authorizer.PrepareAsync(deadline);

    /// <summary>JSON in, JSON out: the native binary's way.</summary>
    public async ValueTask HandleAsync(ReadOnlyMemory<byte> json, LambdaContext context, IBufferWriter<byte> response)
    {
        AuthorizerResponse answer = await AuthorizeAsync(json, readEvent, context, context.Deadline);
        try
        {
            using var writer = new Utf8JsonWriter(response, CompactJson.Options);
            AuthorizerResponseJson.Write(writer, answer);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new ResponseUnwritableException(e);
        }
    }

    /// <summary>Events that a host has deserialized.</summary>
    /// <exception cref="UnauthorizedException">The answer is 401; a host must report just this message.</exception>
    /// <exception cref="OutageException">Something the decision depends on is out of reach.</exception>
    /// <exception cref="InvalidEventException">The event is not of this function's kind.</exception>
    public async Task<AuthorizerResponse> AuthorizeAsync<TEvent>(
        TEvent request, Func<TEvent, AuthorizerRequest> read, ILambdaContext context)
    {
        TimeSpan remaining = context.RemainingTime < MaxRemaining ? context.RemainingTime : MaxRemaining;
        using var deadline = new Deadline(clock, clock.GetUtcNow() + remaining);
        return await AuthorizeAsync(request, read, context, deadline);
    }

    /// <summary>HTTP APIs have no usage plans, and document no member for one.</summary>
    private static AuthorizerResponse Metered(AuthorizerResponse response, EventFormat format) =>
        format is EventFormat.HttpApi1 or EventFormat.HttpApi2 && response is PolicyResponse { UsageIdentifierKey: not null } answer
            ? answer with { UsageIdentifierKey = null }
            : response;

    private async ValueTask<AuthorizerResponse> AuthorizeAsync<TEvent>(
        TEvent received, Func<TEvent, AuthorizerRequest> read, ILambdaContext context, Deadline deadline)
    {
        long started = clock.GetTimestamp();
        MethodArn? method = null;
        DecisionRecord? record = null;
        try
        {
            AuthorizerRequest request = read(received);
            method = request.Method;
            SettledDecision settled = responder.Settle(await authorizer.DecideAsync(request, deadline), method);
            record = DecisionRecord.Of(settled.Decision, method);
            return Metered(settled.Response ?? throw new UnauthorizedException(), request.Format);
        }
        catch (Exception e) when (record is null || e is not UnauthorizedException)
        {
            record = DecisionRecord.Of(e, method);
            throw;
        }
        finally
        {
            log.Write(record!, context, clock.GetElapsedTime(started));
        }
    }
}
