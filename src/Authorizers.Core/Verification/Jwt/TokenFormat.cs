using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>Tells a JWT from an opaque token by nothing but its looks.</summary>
internal static class TokenFormat
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = UnverifiedJwt.MaxLength };

    /// <summary>
    /// True for three parts of which the first is a JSON object in canonical base64url. Whether it is a strict one is not asked
    /// here, so that a sloppy JWT is refused as a JWT.
    /// </summary>
    /// <param name="token">Not larger than a token may be.</param>
    public static bool IsJwt(ReadOnlySpan<byte> token)
    {
        if (token.Count((byte)'.') != 2)
        {
            return false;
        }

        ReadOnlySpan<byte> header = token[..token.IndexOf((byte)'.')];
        Span<byte> json = stackalloc byte[Base64UrlText.DecodedLength(header.Length)];
        return Base64UrlText.TryDecode(header, json) && IsObject(json);
    }

    private static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, AnyDepth);
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read())
            {
                // Only whether it can be read to its end matters.
            }

            return isObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
