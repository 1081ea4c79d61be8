using System.Buffers.Text;
using System.Text.Json;

namespace Authorizers.Token.Tests.Pairs;

/// <summary>All that an event presents as a credential, down to the claims, read by one that believes anything.</summary>
internal static class Presented
{
    /// <summary>A shorter text stands in any record by accident.</summary>
    private const int MinLength = 4;

    /// <summary>
    /// The header value, its words, a token's parts, and each text and number of its header and claims. The configured issuer and
    /// the ids of keys that we hold are ours to write, whoever says them too.
    /// </summary>
    public static IReadOnlyList<string> Texts(byte[] json) =>
        [.. HeaderValues(json).SelectMany(Parts).Where(text => text.Length >= MinLength).Except([The.Issuer, .. The.KeyIds])];

    /// <summary>The claims of the token; null when there are none to read.</summary>
    public static JsonElement? Claims(byte[] json)
    {
        string[] segments = [.. HeaderValues(json).Take(1).SelectMany(value => value.Split('.'))];
        return segments.Length == 3 ? Decode(segments[1]) : null;
    }

    private static IEnumerable<string> HeaderValues(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        List<string> values = [];
        while (TryRead(ref reader))
        {
            if (reader.TokenType == JsonTokenType.PropertyName
                && "authorizationToken".Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase)
                && TryRead(ref reader)
                && reader.TokenType == JsonTokenType.String)
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
        string[] words = headerValue.Split(' ', ',');
        string[] segments = [.. words.SelectMany(word => word.Split('.'))];
        IEnumerable<string> said = segments.SelectMany(segment => Decode(segment) is { } value ? JsonLeaves.Of(value) : []);
        return [headerValue, .. words, .. segments, .. said];
    }

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
