using System.Text.Json;
using Authorizers.Cli.Invoke;
using Authorizers.Cli.Policies;
using Authorizers.Core.Configuration;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>Runs the function on the event, lets API Gateway's part follow, and gathers what there is to tell.</summary>
/// <param name="terminal">For what is to be said.</param>
/// <param name="clock">What tokens are held against.</param>
/// <param name="attach">Null for what the configuration says.</param>
internal sealed class Explainer(
    Terminal terminal, TimeProvider clock, Func<AuthorizerConfiguration, Attachment>? attach = null)
{
    /// <summary>Null, and said so, when something on the command line or in a file will not do.</summary>
    public async Task<Explanation?> ExplainAsync(Call call, GatewayArguments arguments)
    {
        EventFacts facts = EventFacts.Read(call.Event);
        ApiKind api = arguments.Api ?? facts.Api ?? ApiKind.Rest;
        if (api.IsHttp && (arguments.ResourcePolicy is not null || arguments.CrossAccount))
        {
            terminal.Say(GatewayOptions.NotForHttp);
            return null;
        }

        var files = new PolicyFile(terminal);
        if (ChosenConfiguration.Load(terminal, call.Configuration, call.Kind.Events) is not { } configuration
            || !files.TryReadResourcePolicy(arguments.ResourcePolicy, out ReadPolicy? resourcePolicy))
        {
            return null;
        }

        var explained = ExplainedCall.Of(call, configuration, facts, (attach ?? Attachment.Of)(configuration));
        ConditionContext context = KnownContext.Of(arguments.Context, facts, clock);
        return await AskAsync(explained, new GatewayView(api, resourcePolicy, arguments.CrossAccount, context), files);
    }

    private async Task<Explanation?> AskAsync(ExplainedCall explained, GatewayView gateway, PolicyFile files)
    {
        explained.Handshake?.WarnOfTicket(terminal);
        using var function = new FunctionRuns(terminal, explained.Call, clock);
        try
        {
            FunctionAnswer answer = await function.RunAsync(explained.Call.Event);
            if (gateway.AsksForKeys(answer, files))
            {
                return null;
            }

            gateway.SayProblems(answer, files);
            return await TellAsync(explained, gateway, function, answer);
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return null;
        }
    }

    private async Task<Explanation> TellAsync(
        ExplainedCall explained, GatewayView gateway, FunctionRuns function, FunctionAnswer answer)
    {
        (Call call, EventFacts facts) = (explained.Call, explained.Event);
        IReadOnlyList<CredentialValue> found = explained.Attachment.FindCredentials(call.Event);
        string? principal = Member(answer, "principalId");
        var cache = new CacheSimulation(function, gateway, explained.Attachment);
        return new Explanation
        {
            Event = facts,
            Credentials = [.. found.Select(value => FoundCredential.Of(value))],
            Origin = explained.Handshake?.Origin,
            Checks = await NameCheckAsync(explained, answer, principal, found),
            Answer = answer,
            Principal = principal,
            Metered = Member(answer, "usageIdentifierKey"),
            Session = explained.IsForHandshakes ? Session.Of(answer) : null,
            Api = gateway.Api,
            Client = facts.Method is { } method ? gateway.Decide(answer, method) : gateway.Fail(answer),
            Copy = await cache.RunAsync(explained.Configuration.Routes, facts.Method, call.Event, answer),
            Meanings = CodeMeanings.Load(),
        };
    }

    private async Task<CheckVerdict?> NameCheckAsync(
        ExplainedCall explained, FunctionAnswer answer, string? principal, IReadOnlyList<CredentialValue> found)
    {
        var checks = new CredentialChecks(explained.Configuration, clock, terminal.Say);
        return !explained.IsForHandshakes ? await checks.NameAsync(answer, principal, found)
            : answer.IsFailure || explained.Handshake is null ? null
            : await explained.Handshake.NameCheckAsync(answer, principal, () => checks.NameAsync(answer, principal, found));
    }

    /// <summary>A simple response names nobody, and is metered by nothing.</summary>
    private static string? Member(FunctionAnswer answer, string name) =>
        answer.Error is null && JsonElement.Parse(answer.Response.Span).TryGetProperty(name, out JsonElement text)
            ? text.GetString()
            : null;
}
