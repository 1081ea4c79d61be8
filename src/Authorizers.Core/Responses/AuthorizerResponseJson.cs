using System.Text.Json;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Responses;

/// <summary>
/// Writes a response as API Gateway reads it. By hand, because a generated serializer costs a native binary a megabyte and half a
/// millisecond at start; a test holds it to the bytes that Amazon's serializer writes.
/// </summary>
public static class AuthorizerResponseJson
{
    /// <summary>Writes one object: <c>principalId</c>, <c>policyDocument</c> and, unless empty, <c>context</c>.</summary>
    public static void Write(Utf8JsonWriter writer, AuthorizerResponse response)
    {
        writer.WriteStartObject();
        writer.WriteString("principalId"u8, response.PrincipalId);
        writer.WriteStartObject("policyDocument"u8);
        writer.WriteString("Version"u8, PolicyDocument.Version);
        writer.WriteStartArray("Statement"u8);
        foreach (Statement statement in response.Policy.Statements)
        {
            WriteStatement(writer, statement);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        if (response.Context.Count > 0)
        {
            WriteContext(writer, response.Context);
        }

        writer.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("Effect"u8, statement.Effect == Effect.Allow ? "Allow"u8 : "Deny"u8);
        writer.WriteStartArray("Action"u8);
        writer.WriteStringValue(Statement.Action);
        writer.WriteEndArray();
        WriteResources(writer, "Resource"u8, statement.Resources);
        WriteResources(writer, "NotResource"u8, statement.NotResources);
        writer.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> resources)
    {
        if (resources.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (string resource in resources)
        {
            writer.WriteStringValue(resource);
        }

        writer.WriteEndArray();
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
