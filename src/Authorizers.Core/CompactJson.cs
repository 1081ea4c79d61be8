using System.Text.Encodings.Web;
using System.Text.Json;

namespace Authorizers.Core;

/// <summary>How the suite writes JSON.</summary>
public static class CompactJson
{
    /// <summary>No white space, and the escaping of Amazon's serializer: what JSON needs, and no more.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
