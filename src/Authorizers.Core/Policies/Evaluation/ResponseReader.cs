using System.Text.Json;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>Reads what an authorizer returned, a policy or the simple response of an HTTP API.</summary>
internal static class ResponseReader
{
    private const string Policy = "policyDocument";
    private const string Simple = "isAuthorized";

    private static readonly string[] Members = [Policy, Simple, "principalId", "context", "usageIdentifierKey"];

    /// <summary>False for a policy without a response around it.</summary>
    public static bool IsResponse(PolicyNode node) => Array.Exists(Members, name => node.Member(name) is not null);

    /// <exception cref="MalformedPolicyException">It is no response of such an API's authorizer.</exception>
    public static ReadPolicy Read(PolicyNode node, ApiKind api)
    {
        node.Member("principalId")?.Text();
        node.Member("usageIdentifierKey")?.Text();
        ReadContext(node.Member("context"), api);
        if (node.Member(Simple) is not { } simple)
        {
            return PolicyReader.ReadDocument(node.Required(Policy), PolicyLanguage.Authorizer);
        }

        return !api.IsHttp ? throw simple.Problem("is only for HTTP APIs")
            : node.Member(Policy) is not null ? throw node.Problem($"must not have both {Policy} and {Simple}")
            : simple.Kind is JsonValueKind.True or JsonValueKind.False ? new ReadPolicy.Simple(simple.Kind == JsonValueKind.True)
            : throw simple.Problem("must be true or false");
    }

    /// <summary>HTTP APIs alone take objects and arrays as values.</summary>
    private static void ReadContext(PolicyNode? context, ApiKind api)
    {
        foreach ((_, PolicyNode value) in context?.AnyMembers() ?? [])
        {
            if (!api.IsHttp)
            {
                value.Scalar();
            }
        }
    }
}
