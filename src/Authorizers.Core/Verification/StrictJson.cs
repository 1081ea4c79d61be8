using System.Text.Json;
using System.Text.Unicode;

namespace Authorizers.Core.Verification;

/// <summary>
/// One reading of one text: UTF-8, no duplicate members (also through escapes), no lone surrogates, bounded depth, nothing
/// after the
/// value. Two parsers that disagree about a token are how claims get confused (RFC 8725 section 2.4).
/// </summary>
internal static class StrictJson
{
    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>
    /// Null unless the text is one JSON object. The document reads from the memory given, so that must outlive it.
    /// </summary>
    public static JsonDocument? ParseObject(ReadOnlyMemory<byte> json)
    {
        if (!IsText(json.Span, new JsonReaderOptions { MaxDepth = MaxDepth }))
        {
            return null;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        return null;
    }

    /// <summary>
    /// The same for a text that is read at start: nothing of it is borrowed from a pool, whose first use costs a fifth of a
    /// millisecond.
    /// </summary>
    public static JsonElement? ParseObjectOnce(ReadOnlySpan<byte> json)
    {
        if (!IsText(json, new JsonReaderOptions { MaxDepth = MaxDepth }))
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(json, Options) is { ValueKind: JsonValueKind.Object } root ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// False when a name or a value could not be read as text. A document accepts bytes that are no UTF-8, and lone surrogates,
    /// which can only be written as escapes; it then throws wherever they are read.
    /// </summary>
    public static bool IsText(ReadOnlySpan<byte> json, JsonReaderOptions options) =>
        Utf8.IsValid(json) && EscapesAreText(json, options);

    private static bool EscapesAreText(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return true;
        }

        try
        {
            var reader = new Utf8JsonReader(json, options);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
