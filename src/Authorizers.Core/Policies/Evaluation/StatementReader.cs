using System.Text.Json;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>Reads one statement: an Effect, one of Action and NotAction, one of Resource and NotResource, conditions.</summary>
internal static class StatementReader
{
    private const string Anybody = "*";

    /// <exception cref="MalformedPolicyException">It is no statement of that policy.</exception>
    public static IamStatement Read(PolicyNode node, PolicyLanguage language)
    {
        node.AllowOnly(
            "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition");
        node.Member("Sid")?.Text();
        bool excludesActions = Choose(node, "Action", "NotAction", out PolicyNode actions);
        bool excludesResources = Choose(node, "Resource", "NotResource", out PolicyNode resources);
        GlobPattern[] patterns = [.. actions.OneOrMore().Select(Action)];
        return new IamStatement
        {
            Effect = ReadEffect(node.Required("Effect")),
            IsAboutCaller = IsAboutCaller(node, language),
            IsAboutInvoking = patterns.Any(pattern => pattern.Matches(Statement.Action)) != excludesActions,
            Resources = [.. resources.OneOrMore().Select(resource => Resource(resource, language))],
            ExcludesResources = excludesResources,
            Conditions = node.Member("Condition") is { } conditions ? [.. ConditionReader.Read(conditions, language)] : [],
        };
    }

    private static Effect ReadEffect(PolicyNode node) => node.Text() switch
    {
        "Allow" => Effect.Allow,
        "Deny" => Effect.Deny,
        _ => throw node.Problem("must be Allow or Deny"),
    };

    /// <summary>True for the member that excludes; exactly one of the two must be there.</summary>
    private static bool Choose(PolicyNode node, string name, string excluding, out PolicyNode chosen)
    {
        PolicyNode? included = node.Member(name);
        PolicyNode? excluded = node.Member(excluding);
        if (included is null == excluded is null)
        {
            throw node.Problem($"must have one of {name} and {excluding}");
        }

        chosen = (included ?? excluded)!.Value;
        return included is null;
    }

    private static GlobPattern Action(PolicyNode node) =>
        ActionPattern.TryParse(node.Text(), out GlobPattern? pattern)
            ? pattern
            : throw node.Problem("is neither * nor service:Action");

    private static ResourcePattern Resource(PolicyNode node, PolicyLanguage language) =>
        ResourcePattern.TryParse(node.Text(), language, out ResourcePattern? pattern, out string? problem)
            ? pattern
            : throw node.Problem(problem);

    /// <summary>Whom a Lambda authorizer lets in is anonymous to IAM, so only a principal of <c>*</c> means him.</summary>
    private static bool IsAboutCaller(PolicyNode node, PolicyLanguage language)
    {
        if (language.IsOfApi)
        {
            bool excludes = Choose(node, "Principal", "NotPrincipal", out PolicyNode principals);
            return NamesAnybody(principals) != excludes;
        }

        return (node.Member("Principal") ?? node.Member("NotPrincipal")) is { } principal
            ? throw principal.Problem("does not belong into an authorizer's policy")
            : true;
    }

    private static bool NamesAnybody(PolicyNode node)
    {
        if (node.Kind == JsonValueKind.Object)
        {
            string[] names =
            [
                .. from kind in node.Members() from name in kind.Value.OneOrMore() select $"{kind.Key}:{name.Text()}",
            ];
            return names.Contains($"AWS:{Anybody}");
        }

        return node.Text() == Anybody ? true : throw node.Problem("must be * or an object");
    }
}
