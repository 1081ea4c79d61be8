using System.Text;
using System.Text.Json;

namespace Authorizers.Templates.Functions;

/// <summary>
/// What a function's <c>authorizer.json</c> says of the API it is for, with its <c>${NAME}</c> as they stand. The rest of it is
/// checked by the function, which knows the values.
/// </summary>
internal sealed record AuthorizerFile
{
    private const int MaxBytes = 1_048_576;

    private static readonly JsonDocumentOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Null where it says nothing of them.</summary>
    public IReadOnlyList<string>? IdentitySources { get; init; }

    /// <summary>Seconds or a span; null where it says nothing.</summary>
    public string? ResultTtl { get; init; }

    /// <summary><c>policy</c> where it says nothing.</summary>
    public required string Response { get; init; }

    /// <summary><c>throw</c> where it says nothing.</summary>
    public required string OnUnauthenticated { get; init; }

    /// <summary>The names of all variables that it uses.</summary>
    public required IReadOnlySet<string> Variables { get; init; }

    /// <summary>Those of them that stand where a secret belongs.</summary>
    public required IReadOnlySet<string> SecretVariables { get; init; }

    /// <exception cref="AuthorizerFileException">With the place.</exception>
    public static AuthorizerFile Read(string path)
    {
        try
        {
            ReadOnlyMemory<byte> json = BoundedFile.Read(path, MaxBytes);
            json = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Of(path, document.RootElement)
                : throw new AuthorizerFileException("is not a JSON object");
        }
        catch (JsonException e)
        {
            throw new AuthorizerFileException($"is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AuthorizerFileException("cannot be read");
        }
        catch (InvalidOperationException)
        {
            throw new AuthorizerFileException("holds text that is no Unicode");
        }
    }

    private static AuthorizerFile Of(string path, JsonElement root) => new()
    {
        Path = path,
        IdentitySources = Member(root, "identitySources") is { ValueKind: JsonValueKind.Array } sources
            ? [.. sources.EnumerateArray().Select(Text).OfType<string>()]
            : null,
        ResultTtl = Text(Member(root, "resultTtl")),
        Response = Text(Member(root, "response")) ?? "policy",
        OnUnauthenticated = Text(Member(root, "onUnauthenticated")) ?? "throw",
        Variables = ConfigurationVariables.Of(root),
        SecretVariables = ConfigurationVariables.OfSecrets(root),
    };

    private static JsonElement Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
