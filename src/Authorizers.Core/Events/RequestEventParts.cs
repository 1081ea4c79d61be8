using System.Text;

namespace Authorizers.Core.Events;

/// <summary>The members of a REQUEST event, wherever they were read from, on their way to a request.</summary>
/// <param name="json">The event that the texts stand in; empty when something else has read it.</param>
internal sealed class RequestEventParts(ReadOnlyMemory<byte> json)
{
    private const string OnlyOnce = "The event has more than one client certificate.";

    private readonly List<RequestText> _texts = new(64);

    public ReadOnlyMemory<byte> Json => json;

    public string? Type { get; set; }

    public string? Version { get; set; }

    public string? MethodArn { get; set; }

    public string? RouteArn { get; set; }

    public string? RouteKey { get; set; }

    public ReadOnlyMemory<byte> RawQuery { get; set; }

    public void Add(RequestPart part, ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> value, bool repeats = false) =>
        _texts.Add(new RequestText(part, name, value, repeats));

    public void AddCookie(ReadOnlyMemory<byte> pair)
    {
        if (CookieText.TryCut(pair, out ReadOnlyMemory<byte> name, out ReadOnlyMemory<byte> value))
        {
            Add(RequestPart.Cookie, name, value);
        }
    }

    /// <exception cref="InvalidEventException">
    /// The type is not REQUEST, the version unknown, or the method ARN is none.
    /// </exception>
    public AuthorizerRequest ToRequest()
    {
        if (Type != "REQUEST")
        {
            throw new InvalidEventException("The event's type is not REQUEST: check the authorizer's payload type in API Gateway.");
        }

        EventFormat format = Format();
        if (!Events.MethodArn.TryParse(format == EventFormat.HttpApi2 ? RouteArn : MethodArn, out MethodArn? method))
        {
            throw new InvalidEventException(format == EventFormat.HttpApi2
                ? "The event's routeArn is not an execute-api ARN of at most 1,600 bytes."
                : "The event's methodArn is not an execute-api ARN of at most 1,600 bytes.");
        }

        ContextSpelling.Unify(_texts, format, method);
        ClientCertificate? certificate = Certificate();
        return new AuthorizerRequest
        {
            Method = method,
            Format = format,
            Values = new RequestValues(_texts, RawQuery, certificate),
            ClientCertificate = certificate,
            RouteKey = format is EventFormat.HttpApi1 or EventFormat.HttpApi2 ? RouteKey ?? Context("routeKey"u8) : null,
        };
    }

    private EventFormat Format() => Version switch
    {
        "2.0" => EventFormat.HttpApi2,
        "1.0" => EventFormat.HttpApi1,
        null when Context("routeKey"u8) == "$connect" && Context("eventType"u8) == "CONNECT" => EventFormat.WebSocket,
        null => EventFormat.Rest,
        _ => throw new InvalidEventException("The event's version is neither 1.0 nor 2.0: set the authorizer's payload format."),
    };

    private ClientCertificate? Certificate()
    {
        ClientCertificate? certificate = null;
        foreach (RequestText text in _texts)
        {
            if (text.IsUnder(RequestKey.CertificateText) && !text.Value.IsEmpty)
            {
                certificate = certificate is null
                    ? new ClientCertificate(text.Value)
                    : throw new InvalidEventException(OnlyOnce);
            }
        }

        return certificate;
    }

    private string? Context(ReadOnlySpan<byte> name)
    {
        foreach (RequestText text in _texts)
        {
            if (text.Part == RequestPart.Context && text.Name.Span.SequenceEqual(name))
            {
                return Encoding.UTF8.GetString(text.Value.Span);
            }
        }

        return null;
    }
}
