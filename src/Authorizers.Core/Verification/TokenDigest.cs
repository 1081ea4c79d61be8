using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Authorizers.Core.Verification;

/// <summary>The SHA-256 of a token: what a token is remembered by, so that no memory dump holds the token itself.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    public static TokenDigest Of(ReadOnlySpan<byte> token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(token, digest);
        ReadOnlySpan<UInt128> halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return new TokenDigest(halves[0], halves[1]);
    }

    /// <summary>Any of its bits are as good as all.</summary>
    public override int GetHashCode() => (int)Low;

    /// <summary>The type's name, never the digest.</summary>
    public override string ToString() => nameof(TokenDigest);
}
