using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// Reads a JWK Set (RFC 7517 section 5). A member that is no usable public signature key is skipped, with a reason, as
/// section 5 asks:
/// one bad key must not take the good ones down.
/// </summary>
internal static class JsonWebKeySetText
{
    /// <summary>In bytes; the limit of API Gateway's own JWT authorizer.</summary>
    public const int MaxLength = 150_000;

    private const int MaxKeys = 100;
    private const int MaxKeyIdLength = 256;
    private const string BadKeyId = "\"kid\" is not text of at most 256 characters";

    /// <summary>False when the text is not a JSON object with an array of "keys".</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out KeySet? set)
    {
        set = null;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > MaxLength
            || StrictJson.ParseObjectOnce(bytes) is not { } root
            || !root.TryGetProperty("keys", out JsonElement keys)
            || keys.ValueKind != JsonValueKind.Array
            || keys.GetArrayLength() > MaxKeys)
        {
            return false;
        }

        set = Read(keys);
        return true;
    }

    private static KeySet Read(JsonElement members)
    {
        List<VerificationKey> keys = [];
        List<string> skipped = [];
        int index = 0;
        foreach (JsonElement member in members.EnumerateArray())
        {
            string? reason = TryReadKey(member, out VerificationKey? key);
            if (reason is null)
            {
                keys.Add(key!);
            }
            else
            {
                skipped.Add($"keys[{index}]: {reason}");
            }

            index++;
        }

        List<VerificationKey> unique = keys.FindAll(key => key.Id is null || keys.Count(other => other.Id == key.Id) == 1);
        if (unique.Count < keys.Count)
        {
            skipped.Add("keys that share a key id: none of them is used");
        }

        return new KeySet(unique, skipped);
    }

    /// <summary>Null when the member is a usable key, else why it is none.</summary>
    private static string? TryReadKey(JsonElement member, out VerificationKey? key)
    {
        key = null;
        if (member.ValueKind != JsonValueKind.Object)
        {
            return "not an object";
        }

        string? id = Text(member, "kid");
        JwsAlgorithm? algorithm = JwsAlgorithm.Find(Text(member, "alg"));
        return NotForSignatures(member)
            ?? ((id is null ? member.TryGetProperty("kid", out _) : id.Length > MaxKeyIdLength) ? BadKeyId : null)
            ?? (algorithm is null && member.TryGetProperty("alg", out _) ? "\"alg\" is not a signature algorithm of this project" : null)
            ?? ReadByType(member, id, algorithm, out key)
            ?? (algorithm is null || key!.Fits(algorithm) ? null : "\"alg\" does not fit \"kty\" or \"crv\"");
    }

    private static string? NotForSignatures(JsonElement member) =>
        member.TryGetProperty("d", out _) || member.TryGetProperty("k", out _) ? "holds a private or symmetric key"
        : member.TryGetProperty("use", out JsonElement use) && !Is(use, "sig") ? "\"use\" is not \"sig\""
        : member.TryGetProperty("key_ops", out JsonElement uses) && !Names(uses, "verify") ? "\"key_ops\" does not name \"verify\""
        : null;

    private static string? ReadByType(JsonElement member, string? id, JwsAlgorithm? algorithm, out VerificationKey? key)
    {
        key = null;
        return Text(member, "kty") switch
        {
            "RSA" => TryReadRsa(member, id, algorithm, out key),
            "EC" => TryReadEllipticCurve(member, id, algorithm, out key),
            _ => "\"kty\" is neither \"RSA\" nor \"EC\"",
        };
    }

    private static string? TryReadRsa(JsonElement member, string? id, JwsAlgorithm? algorithm, out VerificationKey? key)
    {
        key = null;
        byte[]? modulus = Bytes(member, "n");
        byte[]? exponent = Bytes(member, "e");
        if (modulus is null || exponent is null)
        {
            return "\"n\" or \"e\" is not base64url";
        }

        if (RsaLimits.Refusal(modulus, exponent) is string refusal)
        {
            return refusal;
        }

        key = new RsaVerificationKey(id, algorithm, new RSAParameters { Modulus = modulus, Exponent = exponent });
        return null;
    }

    private static string? TryReadEllipticCurve(JsonElement member, string? id, JwsAlgorithm? algorithm, out VerificationKey? key)
    {
        key = null;
        EllipticCurve? curve = EllipticCurve.Find(Text(member, "crv"));
        byte[]? x = Bytes(member, "x");
        byte[]? y = Bytes(member, "y");
        if (curve is null || x?.Length != curve.CoordinateLength || y?.Length != curve.CoordinateLength)
        {
            return "\"crv\" is unknown, or \"x\" or \"y\" is not a coordinate of it";
        }

        var candidate = new EcdsaVerificationKey(id, algorithm, curve, new ECPoint { X = x, Y = y });
        try
        {
            candidate.Import();
        }
        catch (CryptographicException)
        {
            return "the point is not on the curve";
        }

        key = candidate;
        return null;
    }

    private static byte[]? Bytes(JsonElement member, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(Text(member, name) ?? "");
        byte[] bytes = new byte[Base64UrlText.DecodedLength(text.Length)];
        return bytes.Length > 0 && Base64UrlText.TryDecode(text, bytes) ? bytes : null;
    }

    private static string? Text(JsonElement member, string name) =>
        member.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Is(JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static bool Names(JsonElement values, string text) =>
        values.ValueKind == JsonValueKind.Array && values.EnumerateArray().Any(value => Is(value, text));
}
