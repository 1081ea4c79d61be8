using System.Buffers;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Events;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// What API Gateway does with an authorizer's answer. A resource policy is asked before the authorizer is, and once more together
/// with its answer: in the same account one Allow suffices, in another it takes both.
/// </summary>
internal sealed class GatewayEvaluation
{
    /// <summary>What the authorizer returned.</summary>
    public required ReadPolicy Answer { get; init; }

    /// <summary>The API's own policy, if it has one.</summary>
    public ReadPolicy? ResourcePolicy { get; init; }

    /// <summary>The authorizer's function is in another account than the API.</summary>
    public bool CrossAccount { get; init; }

    public ApiKind Api { get; init; } = ApiKind.Rest;

    public ConditionContext Context { get; init; } = ConditionContext.Empty;

    /// <summary>Condition keys that the policies name and of which nobody said what they are.</summary>
    public IReadOnlyList<string> UnknownKeys => ResourcePolicy is ReadPolicy.Malformed
        ? []
        :
        [
            .. Answer.Keys.Concat(ResourcePolicy?.Keys ?? [])
                .Where(key => !Context.Knows(key))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    public GatewayAnswer Decide(MethodArn method)
    {
        PolicyVerdict resource = ResourcePolicy?.Evaluate(method, Context) ?? PolicyVerdict.Silence;
        PolicyVerdict answer = Answer.Evaluate(method, Context);
        PolicyDecision decision = Combine(answer.Decision, resource.Decision);
        return new GatewayAnswer(
            decision,
            decision == PolicyDecision.Malformed ? [] : [.. answer.Statements, .. resource.Statements],
            Status(decision),
            resource.Decision == PolicyDecision.ExplicitDeny ? DeniedBeforehand(method) : Body(decision));
    }

    /// <summary>What the resource policy refuses, no authorizer is asked about.</summary>
    private PolicyDecision Combine(PolicyDecision answer, PolicyDecision resource) => (answer, resource) switch
    {
        (_, PolicyDecision.Malformed) => PolicyDecision.Malformed,
        (_, PolicyDecision.ExplicitDeny) => PolicyDecision.ExplicitDeny,
        (PolicyDecision.Malformed, _) => PolicyDecision.Malformed,
        (PolicyDecision.ExplicitDeny, _) => PolicyDecision.ExplicitDeny,
        (PolicyDecision.Allow, PolicyDecision.Allow) => PolicyDecision.Allow,
        (PolicyDecision.Allow, _) or (_, PolicyDecision.Allow) when !CrossAccount => PolicyDecision.Allow,
        _ => PolicyDecision.ImplicitDeny,
    };

    private int Status(PolicyDecision decision) => decision switch
    {
        PolicyDecision.Allow => Api.Allowed,
        PolicyDecision.Malformed => 500,
        _ => 403,
    };

    private string? Body(PolicyDecision decision) => decision switch
    {
        PolicyDecision.Allow => null,
        PolicyDecision.Malformed => Api.Fault,
        PolicyDecision.ExplicitDeny => Api.ExplicitDeny,
        _ => Api.ImplicitDeny,
    };

    private static string DeniedBeforehand(MethodArn method)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString(
                "Message"u8,
                $"User: anonymous is not authorized to perform: {Statement.Action} on resource: {method} with an explicit deny");
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
