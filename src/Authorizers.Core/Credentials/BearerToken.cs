using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Credentials;

/// <summary>An OAuth bearer token as presented, unverified. It prints nothing of itself.</summary>
public readonly struct BearerToken
{
    private static readonly SearchValues<byte> TokenLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"u8);

    private BearerToken(ReadOnlyMemory<byte> text) => Text = text;

    private static ReadOnlySpan<byte> Scheme => "Bearer "u8;

    internal ReadOnlyMemory<byte> Text { get; }

    /// <summary>
    /// Reads <c>Bearer 1*SP b64token</c> (RFC 6750 section 2.1), the scheme in any case (RFC 9110 section 11.1). No value or
    /// another
    /// scheme is a missing credential; a comma means that header lines were joined, so a second one is hiding in it.
    /// </summary>
    /// <param name="header">The whole header value in UTF-8.</param>
    /// <param name="token">The token without its scheme.</param>
    /// <param name="rejection">Why there is no token: missing, malformed or repeated.</param>
    public static bool TryRead(ReadOnlyMemory<byte> header, out BearerToken token, [NotNullWhen(false)] out Rejection? rejection)
    {
        token = default;
        ReadOnlySpan<byte> value = header.Span;
        if (value.IsEmpty)
        {
            rejection = Rejection.CredentialMissing;
            return false;
        }

        int schemeLength = value.IndexOf((byte)' ');
        if (schemeLength <= 0 || !HttpToken.IsOne(value[..schemeLength]))
        {
            rejection = Rejection.CredentialMalformed;
            return false;
        }

        if (!System.Text.Ascii.EqualsIgnoreCase(value[..schemeLength], "Bearer"u8))
        {
            rejection = HidesAnother(value) ? Rejection.CredentialRepeated : Rejection.CredentialMissing;
            return false;
        }

        return TryReadBare(header[schemeLength..].TrimStart((byte)' '), out token, out rejection);
    }

    /// <summary>
    /// Reads a token that comes without a scheme, in a query string or a cookie: <c>b64token</c> alone (RFC 6750 section 2.3).
    /// </summary>
    /// <param name="text">The whole value in UTF-8, decoded.</param>
    /// <param name="token">The same, unless it is refused.</param>
    /// <param name="rejection">Why there is no token: missing, malformed or repeated.</param>
    public static bool TryReadBare(
        ReadOnlyMemory<byte> text, out BearerToken token, [NotNullWhen(false)] out Rejection? rejection)
    {
        rejection = text.Span.Contains((byte)',') ? Rejection.CredentialRepeated
            : IsBase64Token(text.Span) ? null
            : Rejection.CredentialMalformed;
        token = new BearerToken(rejection is null ? text : default);
        return rejection is null;
    }

    /// <summary>The type's name, never the token.</summary>
    public override string ToString() => nameof(BearerToken);

    /// <summary>True where a bearer token was joined to the value of another scheme, whose own parameters have commas too.</summary>
    private static bool HidesAnother(ReadOnlySpan<byte> value)
    {
        foreach (Range range in value.Split((byte)','))
        {
            ReadOnlySpan<byte> part = value[range].TrimStart(" \t"u8);
            if (part.Length >= Scheme.Length && System.Text.Ascii.EqualsIgnoreCase(part[..Scheme.Length], Scheme))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBase64Token(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> body = text.TrimEnd((byte)'=');
        return !body.IsEmpty && !body.ContainsAnyExcept(TokenLetters);
    }
}
