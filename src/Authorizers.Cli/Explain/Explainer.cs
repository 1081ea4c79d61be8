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

        ConditionContext context = KnownContext.Of(arguments.Context, facts, clock);
        var gateway = new GatewayView(api, resourcePolicy, arguments.CrossAccount, context);
        using var function = new FunctionRuns(terminal, call, clock);
        try
        {
            FunctionAnswer answer = await function.RunAsync(call.Event);
            if (gateway.AsksForKeys(answer, files))
            {
                return null;
            }

            gateway.SayProblems(answer, files);
            return await TellAsync(call, configuration, facts, gateway, function, answer);
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return null;
        }
    }

    private async Task<Explanation> TellAsync(
        Call call,
        AuthorizerConfiguration configuration,
        EventFacts facts,
        GatewayView gateway,
        FunctionRuns function,
        FunctionAnswer answer)
    {
        Attachment attachment = (attach ?? Attachment.Of)(configuration);
        IReadOnlyList<CredentialValue> found = attachment.FindCredentials(call.Event);
        string? principal = Member(answer, "principalId");
        var checks = new CredentialChecks(configuration, clock, terminal.Say);
        var cache = new CacheSimulation(function, gateway, attachment);
        return new Explanation
        {
            Event = facts,
            Credentials = [.. found.Select(value => FoundCredential.Of(value))],
            Checks = await checks.NameAsync(answer, principal, found),
            Answer = answer,
            Principal = principal,
            Metered = Member(answer, "usageIdentifierKey"),
            Api = gateway.Api,
            Client = facts.Method is { } method ? gateway.Decide(answer, method) : gateway.Fail(answer),
            Copy = await cache.RunAsync(configuration.Routes, facts.Method, call.Event, answer),
            Meanings = CodeMeanings.Load(),
        };
    }

    /// <summary>A simple response names nobody, and is metered by nothing.</summary>
    private static string? Member(FunctionAnswer answer, string name) =>
        answer.Error is null && JsonElement.Parse(answer.Response.Span).TryGetProperty(name, out JsonElement text)
            ? text.GetString()
            : null;
}
