using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration;

/// <summary>
/// What the authorizer said of a request's caller, read from the event that API Gateway hands to a backend. A request that brings
/// no context was vouched for by nobody: <c>From</c> throws, so that forgetting to ask is not a way in.
/// </summary>
public sealed class AuthorizerContext
{
    private const string PrincipalKey = "principalId";

    private readonly Dictionary<string, string> _texts;

    private AuthorizerContext(Dictionary<string, string> texts) => _texts = texts;

    /// <summary>
    /// Who is calling; <c>anonymous</c> on a route for anyone. Null where API Gateway does not hand it on, as with payload format
    /// 2.0: there, have the authorizer map the claim into its context.
    /// </summary>
    public string? PrincipalId => _texts.GetValueOrDefault(PrincipalKey);

    /// <summary>Reads an event of a REST API, of any route of a WebSocket API, or of payload format 1.0.</summary>
    /// <exception cref="MissingAuthorizerContextException">The event has no context of a Lambda authorizer.</exception>
    public static AuthorizerContext From(APIGatewayProxyRequest? request) =>
        TryFrom(request, out AuthorizerContext? context) ? context : throw new MissingAuthorizerContextException();

    /// <summary>Reads an event of an HTTP API with payload format 2.0.</summary>
    /// <exception cref="MissingAuthorizerContextException">The event has no context of a Lambda authorizer.</exception>
    public static AuthorizerContext From(APIGatewayHttpApiV2ProxyRequest? request) =>
        TryFrom(request, out AuthorizerContext? context) ? context : throw new MissingAuthorizerContextException();

    /// <summary>Reads an event of any kind, told apart by its <c>version</c>.</summary>
    /// <exception cref="MissingAuthorizerContextException">The event has no context of a Lambda authorizer.</exception>
    public static AuthorizerContext From(JsonElement request) =>
        TryFrom(request, out AuthorizerContext? context) ? context : throw new MissingAuthorizerContextException();

    /// <summary>Reads the bytes of an event of any kind, in UTF-8.</summary>
    /// <exception cref="MissingAuthorizerContextException">The event has no context of a Lambda authorizer.</exception>
    /// <exception cref="JsonException">The bytes are not JSON, or a member stands twice.</exception>
    public static AuthorizerContext From(ReadOnlySpan<byte> request) => From(RawEvent.Parse(request));

    /// <summary>False when the event has no context: refuse the request then.</summary>
    public static bool TryFrom(APIGatewayProxyRequest? request, [NotNullWhen(true)] out AuthorizerContext? context) =>
        TryMake(request?.RequestContext?.Authorizer, out context);

    /// <summary>False when the event has no context: refuse the request then.</summary>
    public static bool TryFrom(APIGatewayHttpApiV2ProxyRequest? request, [NotNullWhen(true)] out AuthorizerContext? context) =>
        TryMake(request?.RequestContext?.Authorizer?.Lambda, out context);

    /// <summary>False when the event has no context: refuse the request then.</summary>
    public static bool TryFrom(JsonElement request, [NotNullWhen(true)] out AuthorizerContext? context) =>
        TryMake(RawEvent.ContextOf(request), out context);

    /// <summary>False when the event has no context: refuse the request then.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or a member stands twice.</exception>
    public static bool TryFrom(ReadOnlySpan<byte> request, [NotNullWhen(true)] out AuthorizerContext? context) =>
        TryFrom(RawEvent.Parse(request), out context);

    /// <summary>
    /// The value as text, a number or boolean as its JSON text; false when there is none. Keys are compared ordinally.
    /// </summary>
    public bool TryGetString(string key, [NotNullWhen(true)] out string? value) => _texts.TryGetValue(key, out value);

    /// <summary>
    /// False unless the value is a whole number from -2^63 to 2^63 - 1 in digits: no plus, no white space, no zeros ahead.
    /// </summary>
    public bool TryGetInt64(string key, out long value)
    {
        if (TryGetString(key, out string? text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && text == value.ToString(CultureInfo.InvariantCulture))
        {
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>False, and no value, unless it is exactly <c>true</c> or <c>false</c>.</summary>
    public bool TryGetBoolean(string key, out bool value)
    {
        string? text = _texts.GetValueOrDefault(key);
        value = text == "true";
        return text is "true" or "false";
    }

    /// <summary>The parts of a value that was joined by spaces, as arrays and scopes are; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        TryGetString(key, out string? text) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The type's name: what is said of a caller is nothing to print.</summary>
    public override string ToString() => nameof(AuthorizerContext);

    private static bool TryMake(
        IEnumerable<KeyValuePair<string, object>>? values, [NotNullWhen(true)] out AuthorizerContext? context)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach ((string key, object value) in values ?? [])
        {
            if (ContextValue.TextOf(value) is { } text && key != RawEvent.OfTheGateway && (key, text) != (PrincipalKey, ""))
            {
                texts[key] = text;
            }
        }

        context = texts.Count > 0 ? new AuthorizerContext(texts) : null;
        return context is not null;
    }
}
