using System.Buffers.Text;
using System.Text.Json;

namespace Authorizers.Tests.Pairs;

/// <summary>All that an event presents as a credential, down to the claims, read by one that believes anything.</summary>
internal static class Presented
{
    /// <summary>A shorter text stands in any record by accident.</summary>
    private const int MinLength = 4;

    /// <summary>
    /// The header value, its words, the parts of a key and a token, and each text and number of the token's header and claims. The
    /// configured issuer and the ids of keys that we hold are ours to write, whoever says them too.
    /// </summary>
    public static IReadOnlyList<string> Texts(byte[] json) =>
        [.. HeaderValues(json).SelectMany(Parts).Where(text => text.Length >= MinLength).Except([The.Issuer, .. The.KeyIds, .. TheFunction.ApiKeyIds])];

    /// <summary>The claims of the token; null when there are none to read.</summary>
    public static JsonElement? Claims(byte[] json)
    {
        string[][] tokens = [.. HeaderValues(json).SelectMany(Words).Select(word => word.Split('.'))];
        return Array.Find(tokens, token => token.Length == 3) is { } token ? Decode(token[1]) : null;
    }

    private static IEnumerable<string> HeaderValues(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        List<string> values = [];
        bool presents = false;
        while (TryRead(ref reader))
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                presents = TheFunction.Presents(reader.GetString()!);
            }
            else if (presents && reader.TokenType == JsonTokenType.String)
            {
                values.Add(reader.GetString()!);
            }
        }

        return values;
    }

    private static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Parts(string headerValue)
    {
        string[] words = Words(headerValue);
        string[] segments = [.. words.SelectMany(word => word.Split('.'))];
        string[] ofKeys = [.. words.SelectMany(word => word.Split('_'))];
        IEnumerable<string> said = segments.SelectMany(segment => Decode(segment) is { } value ? JsonLeaves.Of(value) : []);
        return [headerValue, .. words, .. segments, .. ofKeys, .. said];
    }

    private static string[] Words(string value) => value.Split(' ', ',', ';', '=', '&');

    private static JsonElement? Decode(string segment)
    {
        try
        {
            return JsonElement.Parse(Base64Url.DecodeFromChars(segment));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
