using System.Buffers.Text;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What can happen to the text of a good token on its way.</summary>
internal static class WireTwists
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Blanks = " \n\t\r";

    public static IReadOnlyList<WireTwist> All { get; } =
    [
        // Bits and letters.
        new("a bit of the header", (token, _, chance) => token.With(header: WithBit(token.Header, chance))),
        new("a bit of the claims", (token, _, chance) => token.With(claims: WithBit(token.Claims, chance))),
        new("a bit of the signature", (token, _, chance) => token.With(signature: WithBit(token.Signature, chance))),
        new("a letter", (token, _, chance) => WithLetter(token.Text, chance)),
        new("a letter left out", (token, _, chance) => token.Text.Remove(chance.Next(token.Text.Length), 1)),
        new("a letter too many", (token, _, chance) => With(token.Text, Letters, chance)),
        new("cut off", (token, _, chance) => token.Text[..chance.Next(1, token.Text.Length)]),
        new("signature cut off", (token, _, chance) => token.Text[..^chance.Next(1, 40)]),

        // Dots.
        new("a dot left out", (token, _, chance) => token.Text.Remove(DotOf(token, chance), 1)),
        new("a dot twice", (token, _, chance) => token.Text.Insert(DotOf(token, chance), ".")),
        new("a dot moved", WithMovedDot),
        new("a dot before", (token, _, _) => $".{token.Text}"),
        new("a dot behind", (token, _, _) => $"{token.Text}."),
        new("a fourth part", (token, _, _) => $"{token.Text}.{token.Signature}"),
        new("five parts", (token, other, _) => $"{token.Text}.{other.Claims}.{other.Signature}"),
        new("no header", (token, _, _) => token.With(header: "")),
        new("no claims", (token, _, _) => token.With(claims: "")),
        new("no signature", (token, _, _) => token.With(signature: "")),
        new("dots alone", (_, _, _) => ".."),

        // Parts of two tokens.
        new("another header", (token, other, _) => token.With(header: other.Header)),
        new("other claims", (token, other, _) => token.With(claims: other.Claims)),
        new("another signature", (token, other, _) => token.With(signature: other.Signature)),
        new("header and claims changed over", (token, _, _) => token.With(token.Claims, token.Header)),
        new("two tokens", (token, other, _) => $"{token.Text},{other.Text}"),

        // Spellings.
        new("signature padded", (token, _, _) => token.Text + new string('=', (4 - (token.Signature.Length % 4)) % 4)),
        new("signature padded too much", (token, _, chance) => token.Text + new string('=', chance.Next(3, 6))),
        new("header padded", (token, _, _) => token.With(header: $"{token.Header}=")),
        new("claims padded", (token, _, _) => token.With(claims: $"{token.Claims}=")),
        new("signature in base64", (token, _, _) => token.With(signature: token.Signature.Replace('-', '+').Replace('_', '/'))),
        new("signature with stray bits", WithStrayBits),
        new("white space behind", (token, _, chance) => $"{token.Text}{Any(Blanks, chance)}"),
        new("white space before", (token, _, chance) => $"{Any(Blanks[1..], chance)}{token.Text}"),
        new("white space in the signature", (token, _, chance) => token.With(signature: With(token.Signature, Blanks, chance))),
        new("white space in the claims", (token, _, chance) => token.With(claims: With(token.Claims, Blanks, chance))),
        new("percent-encoded", (token, _, _) => token.Text.Replace(".", "%2E")),
        new("NUL behind", (token, _, _) => $"{token.Text}\0"),
        new("letters of another script", (token, _, _) => token.Text.Replace('e', '\u0435')),
        new("wide letters", (token, _, _) => token.With(signature: $"{(char)(token.Signature[0] + 0xFEE0)}")),

        .. SignatureTwists.All,
    ];

    private static char Any(string letters, Random chance) => letters[chance.Next(letters.Length)];

    private static string WithBit(string part, Random chance)
    {
        byte[] bytes = Base64Url.DecodeFromChars(part);
        bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Any but the last, which may carry stray bits alone.</summary>
    private static string WithLetter(string text, Random chance)
    {
        int at = chance.Next(text.Length - 1);
        char other = Letters[(Letters.IndexOf(text[at]) + chance.Next(1, 64)) % 64];
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static string With(string text, string letters, Random chance) =>
        text.Insert(chance.Next(text.Length), $"{Any(letters, chance)}");

    private static int DotOf(SignedToken token, Random chance) =>
        chance.Next(2) == 0 ? token.Header.Length : token.SigningInput.Length;

    private static string WithMovedDot(SignedToken token, SignedToken other, Random chance) =>
        token.Text.Remove(DotOf(token, chance), 1).Insert(chance.Next(token.Text.Length - 1), ".");

    /// <summary>The last letter carries bits that belong to no byte; another letter has the same byte and other bits.</summary>
    private static string? WithStrayBits(SignedToken token, SignedToken other, Random chance)
    {
        int unused = (token.Signature.Length % 4) switch { 2 => 4, 3 => 2, _ => 0 };
        char next = Letters[(Letters.IndexOf(token.Text[^1]) + chance.Next(1, 1 << unused)) % 64];
        return unused == 0 ? null : $"{token.Text[..^1]}{next}";
    }
}
