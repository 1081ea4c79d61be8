using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Authorizers.Core.Credentials;

/// <summary>
/// A ticket for one WebSocket connection: <c>wst_</c> and 32 letters and digits, 190 random bits. A page gets it over a request
/// that is authorized already, and presents it in the handshake, where a browser sends no header of the page's own. It prints
/// nothing of itself.
/// </summary>
public sealed class ConnectTicket
{
    /// <summary>What every ticket begins with, so that scanners know one.</summary>
    public const string Prefix = "wst_";

    private const int RandomLetters = 32;

    /// <summary>The same in UTF-8.</summary>
    internal static ReadOnlySpan<byte> PrefixUtf8 => "wst_"u8;

    private readonly string _text;

    private ConnectTicket(string text)
    {
        _text = text;
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>What is stored of it: its SHA-256 in base64url, 43 letters. Nobody can make the ticket of it.</summary>
    public string Id { get; }

    /// <summary>Makes a new ticket of the platform's random numbers.</summary>
    public static ConnectTicket Create() => new(Prefix + RandomNumberGenerator.GetString(ApiKey.Alphabet, RandomLetters));

    /// <summary>Reads a ticket as presented.</summary>
    /// <param name="text">All of it, in UTF-8.</param>
    /// <param name="ticket">Null when it is refused.</param>
    /// <param name="rejection">Missing, repeated or malformed.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> text, [NotNullWhen(true)] out ConnectTicket? ticket, [NotNullWhen(false)] out Rejection? rejection)
    {
        rejection = text.IsEmpty ? Rejection.CredentialMissing
            : text.Contains((byte)',') ? Rejection.CredentialRepeated
            : IsShaped(text) ? null
            : Rejection.CredentialMalformed;
        ticket = rejection is null ? new ConnectTicket(Encoding.ASCII.GetString(text)) : null;
        return ticket is not null;
    }

    /// <summary>The whole ticket, for the one moment in which its page gets it.</summary>
    public string Reveal() => _text;

    /// <summary>The type's name, never the ticket.</summary>
    public override string ToString() => nameof(ConnectTicket);

    /// <summary>True for what may be the id of a ticket.</summary>
    internal static bool IsId(string text) =>
        text.Length == Base64Url.GetEncodedLength(SHA256.HashSizeInBytes)
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsShaped(ReadOnlySpan<byte> text)
    {
        if (text.Length != Prefix.Length + RandomLetters || !Ascii.Equals(text[..Prefix.Length], Prefix))
        {
            return false;
        }

        foreach (byte letter in text[Prefix.Length..])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter))
            {
                return false;
            }
        }

        return true;
    }
}
