using System.Security.Cryptography;
using System.Text;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What can be unusual or wrong with a header, and with the key that signed below it.</summary>
internal static class HeaderTwists
{
    public static IReadOnlyList<Twist> All { get; } =
    [
        // Algorithms.
        Twist.Header("alg none", "alg", "\"none\""),
        Twist.Header("alg None", "alg", "\"None\""),
        Twist.Header("alg empty", "alg", "\"\""),
        Twist.Header("alg null", "alg", "null"),
        Twist.Header("alg number", "alg", "256"),
        Twist.Header("alg EdDSA", "alg", "\"EdDSA\""),
        Twist.Header("alg ES256K", "alg", "\"ES256K\""),
        Twist.Header("alg of encryption", "alg", "\"RSA-OAEP\""),
        new("alg absent", (draft, _) => draft.Header["alg"] = null),
        new("alg array", (draft, _) => draft.Header["alg"] = $"[\"{draft.Algorithm}\"]"),
        new("alg in lower case", (draft, _) => draft.Header["alg"] = $"\"{draft.Algorithm.ToLowerInvariant()}\""),
        new("alg with a blank", (draft, _) => draft.Header["alg"] = $"\"{draft.Algorithm} \""),
        new("alg escaped", (draft, _) => draft.Header["alg"] = $"\"\\u{(int)draft.Algorithm[0]:x4}{draft.Algorithm[1..]}\""),
        new("alg as a URI", (draft, _) => draft.Header["alg"] = "\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\""),
        new("alg of another hash", (draft, _) => draft.Algorithm = draft.Algorithm[..2] + Another(draft.Algorithm[2..])),
        new("alg of another padding", OfAnotherPadding),
        new("key of another kind", OfAnotherKind),
        new("alg of another curve", OfAnotherCurve),
        new("alg not the key's own", NotTheKeysOwn),
        new("shared secret of the public key in DER", (draft, _) => Share(draft, key => key.PublicKeyInfo())),
        new("shared secret of the public key in PEM", (draft, _) => Share(draft, Pem)),
        new("shared secret of the JWK", (draft, _) => Share(draft, key => Encoding.UTF8.GetBytes(key.Jwk().ToJsonString()))),
        new("shared secret of no bytes", (draft, _) => Share(draft, _ => [])),

        // Keys.
        new("kid unknown", (draft, _) => draft.Header["kid"] = "\"unknown\""),
        new("kid empty", (draft, _) => draft.Header["kid"] = "\"\""),
        new("kid null", (draft, _) => draft.Header["kid"] = "null"),
        new("kid number", (draft, _) => draft.Header["kid"] = "1"),
        new("kid array", (draft, _) => draft.Header["kid"] = $"[\"{draft.Key.Id}\"]"),
        new("kid in upper case", (draft, _) => draft.Header["kid"] = $"\"{draft.Key.Id.ToUpperInvariant()}\""),
        new("kid of 300 letters", (draft, _) => draft.Header["kid"] = $"\"{new string('k', 300)}\""),
        new("kid of a path", (draft, _) => draft.Header["kid"] = "\"../../../dev/null\""),
        new("kid of a query", (draft, _) => draft.Header["kid"] = "\"' UNION SELECT 'key\""),
        new("kid with NUL", (draft, _) => draft.Header["kid"] = $"\"{draft.Key.Id}\\u0000\""),
        new("kid of another key of the kind", (draft, _) => Name(draft, draft.Issuer.OtherKeyOfTheKind(draft.Key))),
        new("kid of a key of another kind", (draft, _) => Name(draft, draft.Issuer.KeyOfAnotherKind(draft.Key))),
        new("kid absent where several keys fit", WithoutKeyId),
        new("signed by a stranger", (draft, _) => Estrange(draft, draft.Key.Id)),
        new("signed by a stranger's own kid", (draft, _) => Estrange(draft, draft.Issuer.StrangerLike(draft.Key).Id)),
        new("signed by a stranger without kid", (draft, _) => Estrange(draft, null)),
        new("signed by the key in jwk", BringingAKey),
        new("signed by the encryption key", WithTheEncryptionKey),

        // Extensions.
        Twist.Header("crit of a registered claim", "crit", "[\"exp\"]"),
        Twist.Header("crit of an absent parameter", "crit", "[\"unknown\"]"),
        Twist.Header("crit empty", "crit", "[]"),
        Twist.Header("crit no array", "crit", "\"b64\""),
        Twist.Header("crit null", "crit", "null"),
        new("crit of an unknown extension", (draft, _) => Extend(draft, "urn:x", "1")),
        new("b64 false and critical", (draft, _) => Extend(draft, "b64", "false")),
        new("b64 true and critical", (draft, _) => Extend(draft, "b64", "true")),
        Twist.Header("b64 false", "b64", "false"),
        Twist.Header("zip", "zip", "\"DEF\""),
        Twist.Header("enc", "enc", "\"A128GCM\""),

        // Types.
        Twist.Header("typ of another kind", "typ", "\"logout+jwt\""),
        Twist.Header("typ of a proof", "typ", "\"application/dpop+jwt\""),
        Twist.Header("typ null", "typ", "null"),
        Twist.Header("typ array", "typ", "[\"JWT\"]"),

        // Texts.
        new("header member twice", (draft, _) => draft.Header.AddFirst("alg", $"\"{draft.Algorithm}\"")),
        new("header member twice, once none", (draft, _) => draft.Header.AddFirst("alg", "\"none\"")),
        new("header member twice by an escape", (draft, _) => draft.Header.AddFirst("\\u0061lg", $"\"{draft.Algorithm}\"")),
        new("header behind a BOM", (draft, _) => draft.HeaderText = text => $"\ufeff{text}"),
        new("header before more", (draft, _) => draft.HeaderText = text => $"{text}{{}}"),
        new("header before NUL", (draft, _) => draft.HeaderText = text => $"{text}\0"),
        new("header in an array", (draft, _) => draft.HeaderText = text => $"[{text}]"),
        new("header with a comment", (draft, _) => draft.HeaderText = text => $"{{/* */{text[1..]}"),
        new("header with a trailing comma", (draft, _) => draft.HeaderText = text => $"{text[..^1]},}}"),
        new("header with single quotes", (draft, _) => draft.HeaderText = text => text.Replace('"', '\'')),
        new("header with a lone surrogate", (draft, _) => draft.Header["x"] = "\"\\ud800\""),
        new("header with bytes that are no UTF-8", (draft, _) => draft.Header["x"] = "\"\ue0ff\""),
        new("header 20 levels deep", (draft, _) => draft.Header["x"] = new string('[', 20) + new string(']', 20)),
        new("header 100 levels deep", (draft, _) => draft.Header["x"] = new string('[', 100) + new string(']', 100)),
    ];

    private static string Another(string hash) => hash == "256" ? "384" : hash == "384" ? "512" : "256";

    /// <summary>The header names one padding and the signature has the other.</summary>
    private static void OfAnotherPadding(TokenDraft draft, Random chance)
    {
        string[] paddings = chance.Next(2) == 0 ? ["RS256", "PS256"] : ["PS256", "RS256"];
        SignWith(draft, draft.Issuer.RsaKeys[0], paddings[0]);
        draft.Algorithm = paddings[1];
    }

    /// <summary>Header and "kid" agree with each other, and not with the key's kind.</summary>
    private static void OfAnotherKind(TokenDraft draft, Random chance)
    {
        draft.Key = draft.Issuer.KeyOfAnotherKind(draft.Key);
        Name(draft, draft.Key);
    }

    /// <summary>A good signature, made with the hash that belongs to another curve.</summary>
    private static void OfAnotherCurve(TokenDraft draft, Random chance) =>
        SignWith(draft, draft.Issuer.P256, chance.Next(2) == 0 ? "ES384" : "ES512");

    /// <summary>A good signature by a key whose JWK names another algorithm.</summary>
    private static void NotTheKeysOwn(TokenDraft draft, Random chance) =>
        SignWith(draft, draft.Issuer.Ps256Only, chance.Next(2) == 0 ? "RS256" : "PS512");

    private static void Share(TokenDraft draft, Func<Signer, byte[]> secret)
    {
        draft.Header["alg"] = "\"HS256\"";
        draft.Forge = input => HMACSHA256.HashData(secret(draft.Key), input);
    }

    private static byte[] Pem(Signer key) =>
        Encoding.ASCII.GetBytes(new string(PemEncoding.Write("PUBLIC KEY", key.PublicKeyInfo())));

    private static void WithoutKeyId(TokenDraft draft, Random chance)
    {
        SignWith(draft, draft.Issuer.RsaKeys[0], "RS256");
        draft.Header["kid"] = null;
    }

    private static void Estrange(TokenDraft draft, string? keyId)
    {
        SignWith(draft, draft.Issuer.StrangerLike(draft.Key), draft.Key.IsRsa ? draft.Algorithm : "ES256");
        draft.Header["kid"] = keyId is null ? null : $"\"{keyId}\"";
    }

    private static void BringingAKey(TokenDraft draft, Random chance)
    {
        Estrange(draft, null);
        draft.Header["jwk"] = draft.Key.Jwk().ToJsonString();
    }

    private static void WithTheEncryptionKey(TokenDraft draft, Random chance) =>
        SignWith(draft, draft.Issuer.Encryption, "RS256");

    /// <summary>Signs and says so in the header.</summary>
    private static void SignWith(TokenDraft draft, Signer key, string algorithm)
    {
        (draft.Key, draft.Algorithm) = (key, algorithm);
        Name(draft, key);
        draft.Header["alg"] = $"\"{algorithm}\"";
    }

    private static void Name(TokenDraft draft, Signer key) => draft.Header["kid"] = $"\"{key.Id}\"";

    private static void Extend(TokenDraft draft, string name, string value)
    {
        draft.Header[name] = value;
        draft.Header["crit"] = $"[\"{name}\"]";
    }
}
