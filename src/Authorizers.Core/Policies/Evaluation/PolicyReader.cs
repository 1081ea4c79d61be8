using System.Globalization;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// Reads policies as strictly as IAM is documented to. Whatever is not a policy is malformed, and no text makes it throw.
/// </summary>
internal static class PolicyReader
{
    /// <summary>In bytes; it is far more than API Gateway takes.</summary>
    public const int MaxLength = 262_144;

    private const int MaxStatements = 1_000;

    /// <summary>A resource policy.</summary>
    public static ReadPolicy ReadResourcePolicy(ReadOnlySpan<byte> json) =>
        Read(json, root => ReadDocument(root, PolicyLanguage.Resource));

    /// <summary>An authorizer's response, or the policy in it alone.</summary>
    public static ReadPolicy ReadAnswer(ReadOnlySpan<byte> json, ApiKind api) =>
        Read(json, root => ResponseReader.IsResponse(root)
            ? ResponseReader.Read(root, api)
            : ReadDocument(root, PolicyLanguage.Authorizer));

    /// <exception cref="MalformedPolicyException">It is no policy.</exception>
    public static ReadPolicy.WellFormed ReadDocument(PolicyNode node, PolicyLanguage language)
    {
        node.AllowOnly("Version", "Id", "Statement");
        node.Member("Id")?.Text();
        PolicyLanguage versioned = language with { HasVariables = IsCurrent(node.Member("Version")) };
        IReadOnlyList<PolicyNode> statements = node.Required("Statement").OneOrMore();
        return statements.Count <= MaxStatements
            ? new ReadPolicy.WellFormed(language.Source, [.. statements.Select(item => StatementReader.Read(item, versioned))])
            : throw node.Problem(string.Create(CultureInfo.InvariantCulture, $"has more than {MaxStatements} statements"));
    }

    private static ReadPolicy Read(ReadOnlySpan<byte> json, Func<PolicyNode, ReadPolicy> read)
    {
        if (json.Length > MaxLength)
        {
            return Malformed(string.Create(CultureInfo.InvariantCulture, $"is longer than {MaxLength} bytes"));
        }

        if (StrictJson.ParseObjectOnce(json) is not { } root)
        {
            return Malformed("must be one JSON object, in UTF-8, without repeated members");
        }

        try
        {
            return read(new PolicyNode(root, JsonPath.Root));
        }
        catch (MalformedPolicyException e)
        {
            return new ReadPolicy.Malformed(e.Message);
        }
    }

    private static ReadPolicy.Malformed Malformed(string problem) => new($"{JsonPath.Root}: {problem}");

    /// <summary>A policy that does not say is of the first version.</summary>
    private static bool IsCurrent(PolicyNode? version) => version?.Text() switch
    {
        PolicyDocument.Version => true,
        null or "2008-10-17" => false,
        _ => throw version.Value.Problem("must be 2012-10-17 or 2008-10-17"),
    };
}
