using System.Buffers.Text;
using System.Text;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A token before it is signed.</summary>
internal sealed class TokenDraft(GeneratedIssuer issuer, Signer key, string algorithm)
{
    public GeneratedIssuer Issuer => issuer;

    public JsonMembers Header { get; } = new();

    public JsonMembers Claims { get; } = new();

    /// <summary>What signs, whatever the header says.</summary>
    public Signer Key { get; set; } = key;

    /// <summary>How it signs, whatever the header says.</summary>
    public string Algorithm { get; set; } = algorithm;

    /// <summary>Changes the header's text before it is signed.</summary>
    public Func<string, string> HeaderText { get; set; } = text => text;

    /// <summary>Changes the claims' text before it is signed.</summary>
    public Func<string, string> ClaimsText { get; set; } = text => text;

    /// <summary>Makes the signature when it is none by <see cref="Key"/>.</summary>
    public Func<byte[], byte[]>? Forge { get; set; }

    /// <summary>The compact serialization.</summary>
    public string Sign()
    {
        string input = $"{Encoded(HeaderText(Header.ToString()))}.{Encoded(ClaimsText(Claims.ToString()))}";
        byte[] bytes = Encoding.ASCII.GetBytes(input);
        return $"{input}.{Base64Url.EncodeToString(Forge is null ? Key.Sign(Algorithm, bytes) : Forge(bytes))}";
    }

    /// <summary>A letter from U+E080 on stands for a single byte from 0x80 on, so that a text can be no UTF-8.</summary>
    private static string Encoded(string text)
    {
        List<byte> bytes = [];
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (letter.Value is >= 0xE080 and <= 0xE0FF)
            {
                bytes.Add((byte)letter.Value);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(letter.ToString()));
            }
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }
}
