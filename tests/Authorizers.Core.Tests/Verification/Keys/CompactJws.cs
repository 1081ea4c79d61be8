using System.Buffers.Text;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>A signed text in the compact serialization, whatever its payload is.</summary>
internal sealed record CompactJws(string SigningInput, string Signature)
{
    public static CompactJws Of(string text)
    {
        int dot = text.LastIndexOf('.');
        return new CompactJws(text[..dot], text[(dot + 1)..]);
    }

    /// <summary>The same signature below a payload with one letter more.</summary>
    public CompactJws WithOtherPayload() => this with { SigningInput = $"{SigningInput}A" };

    public bool IsSignedBy(VerificationKey key, string algorithm) =>
        key.Verify(The.Algorithm(algorithm), Some.Utf8(SigningInput), Base64Url.DecodeFromChars(Signature));
}
