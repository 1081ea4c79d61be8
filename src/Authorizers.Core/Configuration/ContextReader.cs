using System.Buffers;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>context</c>: the names under which claims reach the backend.</summary>
internal static class ContextReader
{
    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>API Gateway keeps "principalId" and, on HTTP APIs, "claims" for itself; "reason" is ours.</summary>
    private static readonly string[] Reserved = ["principalId", "claims", "reason"];

    public static IReadOnlyList<KeyValuePair<string, ClaimName>> ReadAll(ConfigurationMembers root)
    {
        List<KeyValuePair<string, ClaimName>> context = [];
        if (!root.TryGet("context", out ConfigurationNode? node))
        {
            return context;
        }

        foreach ((string key, ConfigurationNode claim) in node.AnyMembers())
        {
            if (key.Length == 0 || key.AsSpan().ContainsAnyExcept(NameLetters) || Reserved.Contains(key))
            {
                claim.Problem("must be named by letters, digits and underscores, and not principalId, claims or reason");
            }

            if (claim.TryText(out string? name))
            {
                context.Add(new(key, new ClaimName(name)));
            }
        }

        return context;
    }
}
