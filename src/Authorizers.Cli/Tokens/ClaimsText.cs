using System.Buffers.Text;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Cli.Tokens;

/// <summary>The claims of a token as its own text, for one that was found genuine.</summary>
internal static class ClaimsText
{
    /// <summary>
    /// On one line: a line break can only stand between the tokens of a JSON text, never within one. Null for an opaque token.
    /// </summary>
    public static byte[]? Read(BearerToken token)
    {
        ReadOnlySpan<byte> text = token.Text.Span;
        if (!TokenFormat.IsJwt(text))
        {
            return null;
        }

        byte[] claims = Base64Url.DecodeFromUtf8(text[(text.IndexOf((byte)'.') + 1)..text.LastIndexOf((byte)'.')]);
        claims.AsSpan().Replace((byte)'\n', (byte)' ');
        claims.AsSpan().Replace((byte)'\r', (byte)' ');
        return claims;
    }
}
