using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>when</c> of a route: the keys of a request's values, each with what is asked of the value.</summary>
internal static class WhenReader
{
    private static readonly string[] CertificateFields =
        ["subjectDN", "issuerDN", "serialNumber", "thumbprint", "notBefore", "notAfter"];

    private static readonly SearchValues<char> ContextLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static IReadOnlyList<RequestCondition> Read(ConfigurationMembers route)
    {
        if (!route.TryGet("when", out ConfigurationNode? node))
        {
            return [];
        }

        if (node.IsEmptyObject)
        {
            node.Problem("must name at least one key; leave it out to ask for nothing");
        }

        List<RequestCondition> conditions = [];
        HashSet<RequestKey> keys = [];
        foreach ((string name, ConfigurationNode asked) in node.AnyMembers())
        {
            if (!TryReadKey(name, out RequestKey? key, out string? problem))
            {
                asked.Problem(problem);
            }
            else if (!keys.Add(key))
            {
                asked.Problem("names the same value as an earlier key");
            }
            else
            {
                conditions.AddRange(ConditionsReader.Read(key, asked));
            }
        }

        return conditions;
    }

    /// <summary>
    /// A key that no request could have a value for is a mistake, and <c>present: false</c> would always hold of it.
    /// </summary>
    private static bool TryReadKey(
        string name, [NotNullWhen(true)] out RequestKey? key, [NotNullWhen(false)] out string? problem)
    {
        problem = RequestKey.TryParse(name, out key)
            ? ProblemOf(key)
            : "must begin with header., query., stageVariable., context. or clientCertificate. and go on";
        return problem is null;
    }

    private static string? ProblemOf(RequestKey key) => key.Part switch
    {
        RequestPart.Header => HttpToken.IsOne(key.Name) ? null : "must name a header after header.",
        RequestPart.Query or RequestPart.StageVariable => null,
        RequestPart.Context => IsDotted(key.Name) ? null : "must name a value after context., such as identity.sourceIp",
        RequestPart.ClientCertificate => CertificateFields.Contains(key.Name)
            ? null
            : $"must name one of {string.Join(", ", CertificateFields)} after clientCertificate.",
        _ => "cannot be asked for: a condition is about header., query., stageVariable., context. or clientCertificate.",
    };

    private static bool IsDotted(string name) =>
        Array.TrueForAll(name.Split('.'), word => word.Length > 0 && !word.AsSpan().ContainsAnyExcept(ContextLetters));
}
