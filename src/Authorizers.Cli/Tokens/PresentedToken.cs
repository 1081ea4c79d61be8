using System.Diagnostics.CodeAnalysis;
using System.Text;
using Authorizers.Core;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tokens;

/// <summary>A line taken for the value of an Authorization header whose scheme may be left out.</summary>
internal static class PresentedToken
{
    public static bool TryRead(
        ReadOnlyMemory<byte> line, out BearerToken token, [NotNullWhen(false)] out Rejection? rejection)
    {
        ReadOnlyMemory<byte> value = line.Trim(" \t\r"u8);
        bool bare = !value.IsEmpty && !HasScheme(value.Span);
        return BearerToken.TryRead(bare ? (byte[])[.. "Bearer "u8, .. value.Span] : value, out token, out rejection);
    }

    private static bool HasScheme(ReadOnlySpan<byte> value)
    {
        int length = value.IndexOf((byte)' ');
        return Ascii.EqualsIgnoreCase(length < 0 ? value : value[..length], "Bearer"u8);
    }
}
