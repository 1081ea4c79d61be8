using System.Buffers;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>context</c>: the names under which claims reach the backend.</summary>
internal static class ContextReader
{
    /// <summary>What <c>$context.authorizer.key</c> of a mapping template takes for one name.</summary>
    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>
    /// What API Gateway itself says under <c>$context.authorizer</c>, and what looks like the member that it meters by.
    /// </summary>
    private static readonly HashSet<string> OfTheGateway = new(StringComparer.OrdinalIgnoreCase)
    {
        "principalId", "claims", "error", "integrationLatency", "integrationStatus", "latency", "requestId", "status",
        "usageIdentifierKey",
    };

    /// <summary>What functions of the suite say unasked.</summary>
    private static readonly HashSet<string> OfTheSuite =
        new(StringComparer.OrdinalIgnoreCase) { "reason", "exp", "connectionId", "subprotocol" };

    /// <summary>Keys that no configuration may use, in any case.</summary>
    internal static IEnumerable<string> Reserved => OfTheGateway.Concat(OfTheSuite);

    public static IReadOnlyList<KeyValuePair<string, ClaimName>> ReadAll(ConfigurationMembers root)
    {
        List<KeyValuePair<string, ClaimName>> context = [];
        if (!root.TryGet("context", out ConfigurationNode? node))
        {
            return context;
        }

        // Integrations map keys into headers, whose names have no case.
        HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, ConfigurationNode claim) in node.AnyMembers())
        {
            if (ProblemOf(key) is { } problem)
            {
                claim.Problem(problem);
            }
            else if (!keys.Add(key))
            {
                claim.Problem("stands here in another case too");
            }

            if (claim.TryText(out string? name))
            {
                context.Add(new(key, new ClaimName(name)));
            }
        }

        return context;
    }

    internal static string? ProblemOf(string key) =>
        key.Length == 0 || !(char.IsAsciiLetter(key[0]) || key[0] == '_') || key.AsSpan().ContainsAnyExcept(NameLetters)
            ? "must be named by letters, digits, underscores and hyphens, a letter or an underscore first"
        : OfTheSuite.Contains(key)
            ? "must have another name: the functions of this suite use this one themselves"
        : OfTheGateway.Contains(key)
            ? "must have another name: API Gateway uses this one itself"
        : null;
}
