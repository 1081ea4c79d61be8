using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Events;

/// <summary>
/// Names a value of a request as the configuration does: <c>header.X-Tenant</c>, <c>query.tenant</c>, <c>stageVariable.tenant</c>,
/// <c>context.identity.sourceIp</c>, <c>clientCertificate.subjectDN</c>, <c>cookie.session</c>, <c>subprotocol.bearer</c>.
/// </summary>
public sealed record RequestKey
{
    private static readonly (string Prefix, RequestPart Part)[] Prefixes =
    [
        ("header.", RequestPart.Header),
        ("query.", RequestPart.Query),
        ("stageVariable.", RequestPart.StageVariable),
        ("context.", RequestPart.Context),
        ("clientCertificate.", RequestPart.ClientCertificate),
        ("cookie.", RequestPart.Cookie),
        ("subprotocol.", RequestPart.Subprotocol),
    ];

    private RequestKey(RequestPart part, string name) => (Part, Name) = (part, name);

    /// <summary>Where the value stands.</summary>
    public RequestPart Part { get; }

    /// <summary>What it is called there, as configured.</summary>
    public string Name { get; }

    /// <summary>False for a text that begins with no part's prefix or has nothing after it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RequestKey? key)
    {
        key = null;
        foreach ((string prefix, RequestPart part) in Prefixes)
        {
            if (text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal))
            {
                key = new RequestKey(part, text[prefix.Length..]);
            }
        }

        return key is not null;
    }

    /// <summary>Two keys are equal when they name the same value.</summary>
    public bool Equals(RequestKey? other) => other is not null && Part == other.Part && Names.Equals(Name, other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Part, Names.GetHashCode(Name));

    /// <summary>As the configuration spells it.</summary>
    public override string ToString() => Prefixes.First(known => known.Part == Part).Prefix + Name;

    private StringComparer Names => Part == RequestPart.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
