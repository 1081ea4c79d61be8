using System.Text.Json;

namespace Authorizers.Core.Responses;

/// <summary>
/// Writes a response as API Gateway reads it, in the bytes that Amazon's serializer writes for the same response.
/// </summary>
public static class AuthorizerResponseJson
{
    /// <summary>Writes one object: <c>principalId</c>, <c>policyDocument</c> and, unless empty, <c>context</c>.</summary>
    public static void Write(Utf8JsonWriter writer, AuthorizerResponse response)
    {
        writer.WriteStartObject();
        writer.WriteString("principalId"u8, response.PrincipalId);
        writer.WritePropertyName("policyDocument"u8);
        writer.WriteRawValue(response.Policy.Json, skipInputValidation: true);
        if (response.Context.Count > 0)
        {
            WriteContext(writer, response.Context);
        }

        writer.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object>> context)
    {
        writer.WriteStartObject("context"u8);
        foreach ((string key, object value) in context)
        {
            writer.WritePropertyName(key);
            switch (value)
            {
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case long integer:
                    writer.WriteNumberValue(integer);
                    break;
                case double number:
                    writer.WriteNumberValue(number);
                    break;
                default:
                    throw new InvalidOperationException("A context value is neither a string nor a boolean nor a number.");
            }
        }

        writer.WriteEndObject();
    }
}
