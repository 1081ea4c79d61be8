using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Responses;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// What Lambda is told of a failure. API Gateway compares the message with "Unauthorized"; people read the rest in the
/// function's log.
/// </summary>
/// <param name="Type">One of a closed list; Lambda's header carries it after <c>Function.</c> or <c>Runtime.</c></param>
/// <param name="Message">Exactly <c>Unauthorized</c>, or a code, a colon and a sentence; never data from the event.</param>
public sealed record InvocationError(string Type, string Message)
{
    /// <summary>
    /// The error that an exception becomes; one that nobody foresaw shows its type alone, since its text might quote a
    /// credential.
    /// </summary>
    public static InvocationError From(Exception exception) => exception switch
    {
        UnauthorizedException => new("Unauthorized", exception.Message),
        OutageException outage => new("Outage", $"{outage.Code}: {outage.Message}"),
        InvalidEventException => new("InvalidEvent", $"{InvalidEventException.Code}: {exception.Message}"),
        ConfigurationException => new("ConfigurationInvalid", $"{ConfigurationException.Code}: {exception.Message}"),
        ResponseTooLargeException => new("ResponseTooLarge", $"{ResponseTooLargeException.Code}: {exception.Message}"),
        ResponseUnwritableException => new("Fault", $"{ResponseUnwritableException.Code}: {exception.Message}"),
        _ => new("Fault", $"fault: An unexpected {exception.GetType().Name}; the function's log says where."),
    };

    /// <summary>Writes the object that the Runtime API takes.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, Type);
        writer.WriteString("errorMessage"u8, Message);
        writer.WriteStartArray("stackTrace"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
