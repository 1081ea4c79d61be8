using System.Text.Json;

namespace Authorizers.Core.Events;

/// <summary>
/// Reads a TOKEN event: <c>type</c>, <c>authorizationToken</c>, <c>methodArn</c>. Members that API Gateway may add later are
/// ignored.
/// </summary>
public static class TokenEvent
{
    /// <exception cref="InvalidEventException">It is not JSON, not a TOKEN event, or its method ARN is none.</exception>
    public static AuthorizerRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return ReadMembers(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidEventException("The event is not a JSON object with text in type, authorizationToken and methodArn.", e);
        }
    }

    /// <summary>The request made of the event's members, wherever they were read from.</summary>
    /// <exception cref="InvalidEventException">The type is not TOKEN, or the method ARN is none.</exception>
    public static AuthorizerRequest From(string? type, ReadOnlyMemory<byte> authorizationToken, string? methodArn)
    {
        if (type != "TOKEN")
        {
            throw new InvalidEventException("The event's type is not TOKEN: check the authorizer's payload type in API Gateway.");
        }

        return MethodArn.TryParse(methodArn, out MethodArn? method)
            ? new AuthorizerRequest { Method = method, Format = EventFormat.Token, AuthorizationToken = authorizationToken }
            : throw new InvalidEventException("The event's methodArn is not an execute-api ARN of at most 1,600 bytes.");
    }

    private static AuthorizerRequest ReadMembers(ReadOnlyMemory<byte> json)
    {
        string? type = null;
        string? methodArn = null;
        ReadOnlyMemory<byte>? token = null;

        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = Once(type, ReadString(ref reader));
            }
            else if (reader.ValueTextEquals("methodArn"u8))
            {
                methodArn = Once(methodArn, ReadString(ref reader));
            }
            else if (reader.ValueTextEquals("authorizationToken"u8))
            {
                token = token is null ? ReadBytes(ref reader, json) : throw new JsonException();
            }
            else
            {
                reader.Skip();
            }
        }

        return reader.Read() ? throw new JsonException() : From(type, token ?? default, methodArn);
    }

    private static string Once(string? earlier, string value) => earlier is null ? value : throw new JsonException();

    private static string ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? throw new JsonException();
    }

    private static ReadOnlyMemory<byte> ReadBytes(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? default : EventText.Read(ref reader, json);
    }
}
