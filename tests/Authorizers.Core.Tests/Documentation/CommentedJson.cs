using System.Text.Json;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>JSON as configurations are written: with comments and trailing commas.</summary>
internal static class CommentedJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, Options);
        return document.RootElement.Clone();
    }
}
