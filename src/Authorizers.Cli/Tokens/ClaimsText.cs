using System.Buffers.Text;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tokens;

/// <summary>The claims of a token as its own text, for one that was found genuine.</summary>
internal static class ClaimsText
{
    /// <summary>
    /// On one line: a line break can only stand between the tokens of a JSON text, never within one. Null when the token is not a
    /// JWT.
    /// </summary>
    public static byte[]? Read(BearerToken token)
    {
        ReadOnlySpan<byte> text = token.Text.Span;
        int first = text.IndexOf((byte)'.');
        int last = text.LastIndexOf((byte)'.');
        if (text.Count((byte)'.') != 2)
        {
            return null;
        }

        byte[] claims = Base64Url.DecodeFromUtf8(text[(first + 1)..last]);
        claims.AsSpan().Replace((byte)'\n', (byte)' ');
        claims.AsSpan().Replace((byte)'\r', (byte)' ');
        return claims;
    }
}
