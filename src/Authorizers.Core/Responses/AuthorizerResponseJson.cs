using System.Buffers;
using System.Text.Json;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Responses;

/// <summary>
/// Writes a response as API Gateway reads it, in the bytes that Amazon's serializer writes for the same response.
/// </summary>
public static class AuthorizerResponseJson
{
    private const int Frame = 64;
    private const int PairFrame = 6;
    private const int LongestNumber = 32;
    private const int LongestCharacter = 6;
    private const int GoodGuess = 1024;

    /// <summary>
    /// Writes one object: <c>principalId</c> and <c>policyDocument</c>, or <c>isAuthorized</c>; and, unless empty,
    /// <c>context</c> and <c>usageIdentifierKey</c>.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, AuthorizerResponse response)
    {
        writer.WriteStartObject();
        switch (response)
        {
            case PolicyResponse answer:
                writer.WriteString("principalId"u8, answer.PrincipalId);
                writer.WritePropertyName("policyDocument"u8);
                writer.WriteRawValue(answer.Policy.Json, skipInputValidation: true);
                break;
            case SimpleResponse answer:
                writer.WriteBoolean("isAuthorized"u8, answer.IsAuthorized);
                break;
            default:
                throw new InvalidOperationException("The response has neither a policy nor a yes or no.");
        }

        if (response.Context.Count > 0)
        {
            WriteContext(writer, response.Context);
        }

        WriteMetered(writer, (response as PolicyResponse)?.UsageIdentifierKey);
        writer.WriteEndObject();
    }

    /// <summary>
    /// At least as many bytes as a response for the principal has beside its policy. They are counted only where the guess is no
    /// good: a character takes six at most, and almost always one.
    /// </summary>
    internal static int BytesAround(Principal principal)
    {
        int guess = Frame + (LongestCharacter * (principal.Id.Length + (principal.UsageIdentifierKey?.Length ?? 0)));
        foreach ((string key, object value) in principal.Context)
        {
            guess += PairFrame + (LongestCharacter * (key.Length + (value is string text ? text.Length : LongestNumber)));
        }

        return guess <= GoodGuess ? guess : CountBytes(principal);
    }

    private static int CountBytes(Principal principal)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, CompactJson.Options);
        writer.WriteStartObject();
        writer.WriteString("principalId"u8, principal.Id);
        WriteContext(writer, principal.Context);
        WriteMetered(writer, principal.UsageIdentifierKey);
        writer.WriteEndObject();
        writer.Flush();
        return Frame + json.WrittenCount;
    }

    private static void WriteMetered(Utf8JsonWriter writer, string? usageIdentifierKey)
    {
        if (usageIdentifierKey is not null)
        {
            writer.WriteString("usageIdentifierKey"u8, usageIdentifierKey);
        }
    }

    private static void WriteContext(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object>> context)
    {
        writer.WritePropertyName("context"u8);
        ContextJson.Write(writer, context);
    }
}
