using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Authorizers.Core.Events;

/// <summary>
/// Names a value of a request as the configuration does: <c>header.X-Tenant</c>, <c>query.tenant</c>,
/// <c>stageVariable.tenant</c>, <c>context.identity.sourceIp</c>, <c>clientCertificate.subjectDN</c>, <c>cookie.session</c>,
/// <c>subprotocol.bearer</c>.
/// </summary>
public sealed record RequestKey
{
    private const string CertificatePrefix = "identity.clientCert.";

    private const string HttpCertificatePrefix = "authentication.clientCert.";

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

    private readonly byte[] _name;

    private RequestKey(RequestPart part, string name) => (Part, Name, _name) = (part, name, Encoding.UTF8.GetBytes(name));

    /// <summary>The client's whole certificate, in <c>$context</c>.</summary>
    internal static RequestKey CertificateText { get; } = new(RequestPart.Context, CertificatePrefix + "clientCertPem");

    internal static RequestKey Authorization { get; } = new(RequestPart.Header, "Authorization");

    internal static RequestKey ApiKeyHeader { get; } = new(RequestPart.Header, "x-api-key");

    internal static RequestKey SourceAddress { get; } = new(RequestPart.Context, "identity.sourceIp");

    internal static RequestKey ConnectionId { get; } = new(RequestPart.Context, "connectionId");

    internal static RequestKey Origin { get; } = new(RequestPart.Header, "Origin");

    internal static RequestKey SubprotocolHeader { get; } = new(RequestPart.Header, "Sec-WebSocket-Protocol");

    internal static RequestKey BearerSubprotocol { get; } = new(RequestPart.Subprotocol, "bearer");

    internal static RequestKey TicketSubprotocol { get; } = new(RequestPart.Subprotocol, "ticket");

    internal static RequestKey TicketParameter { get; } = new(RequestPart.Query, "ticket");

    internal static RequestKey CookieHeader { get; } = new(RequestPart.Header, "Cookie");

    internal static RequestKey Thumbprint { get; } = new(RequestPart.ClientCertificate, "thumbprint");

    /// <summary>The route that an HTTP API chose.</summary>
    internal static RequestKey Route { get; } = new(RequestPart.Context, "routeKey");

    /// <summary>Where the value stands.</summary>
    public RequestPart Part { get; }

    /// <summary>What it is called there, as configured.</summary>
    public string Name { get; }

    /// <summary>
    /// Where <c>$context</c> has the same value: for a field of the client's certificate, and for its thumbprint the whole of it.
    /// Null for any other key.
    /// </summary>
    internal RequestKey? InContext => Part != RequestPart.ClientCertificate ? null : new(RequestPart.Context, Name switch
    {
        "notBefore" or "notAfter" => $"{CertificatePrefix}validity.{Name}",
        "thumbprint" => CertificateText.Name,
        _ => CertificatePrefix + Name,
    });

    /// <summary>
    /// True when two requests with the same value of this key have the same value of the other: it is the other, or names the
    /// same in <c>$context</c>, as HTTP APIs spell it too, or is the whole certificate of which the other is a field.
    /// </summary>
    internal bool Tells(RequestKey other)
    {
        RequestKey mine = Part == RequestPart.Context && Name.StartsWith(HttpCertificatePrefix, StringComparison.Ordinal)
            ? new RequestKey(Part, CertificatePrefix + Name[HttpCertificatePrefix.Length..])
            : this;
        RequestKey theirs = other.InContext ?? other;
        return mine.Equals(theirs)
            || (mine.Equals(CertificateText)
                && theirs.Part == RequestPart.Context
                && theirs.Name.StartsWith(CertificatePrefix, StringComparison.Ordinal));
    }

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

    /// <summary>True when an event's name, in UTF-8, is the key's.</summary>
    internal bool IsSpelled(ReadOnlySpan<byte> name) =>
        Part == RequestPart.Header ? Ascii.EqualsIgnoreCase(name, _name) : name.SequenceEqual(_name);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Part, Names.GetHashCode(Name));

    /// <summary>As the configuration spells it.</summary>
    public override string ToString() => Prefixes.First(known => known.Part == Part).Prefix + Name;

    private StringComparer Names =>
        Part is RequestPart.Header or RequestPart.Subprotocol ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
