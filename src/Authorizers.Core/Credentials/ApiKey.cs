using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Authorizers.Core.Credentials;

/// <summary>
/// An API key: <c>prefix_id_secret</c> and a checksum, such as
/// <c>gla_0Ab1Cd2Ef3Gh_</c> and 36 more letters. The id finds the record and may be shown; the secret proves the client. It
/// prints its id and nothing else.
/// </summary>
public sealed class ApiKey
{
    /// <summary>What a key begins with when the configuration does not say.</summary>
    public const string DefaultPrefix = "gla";

    /// <summary>Letters of an id: 71 bits, so that two keys do not get the same one.</summary>
    public const int IdLength = 12;

    internal const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters of a secret: 178 bits.</summary>
    private const int SecretLength = 30;

    private const int LeastPrefix = 2;
    private const int MostPrefix = 10;

    private const byte Separator = (byte)'_';

    private static readonly SearchValues<byte> Letters = SearchValues.Create(Encoding.ASCII.GetBytes(Alphabet));

    private readonly ReadOnlyMemory<byte> _text;

    private ApiKey(ReadOnlyMemory<byte> text, int prefixLength)
    {
        _text = text;
        Id = Encoding.ASCII.GetString(text.Span.Slice(prefixLength + 1, IdLength));
        Proof = text.Slice(prefixLength + 1, IdLength + 1 + SecretLength);
    }

    /// <summary>Twelve letters and digits: where its record is.</summary>
    public string Id { get; }

    /// <summary>Id and secret: what is stored is a digest of both, which is good for no other id.</summary>
    internal ReadOnlyMemory<byte> Proof { get; }

    /// <summary>Of all its letters.</summary>
    internal ReadOnlySpan<byte> Text => _text.Span;

    /// <summary>True for 2 to 10 small letters and digits, a letter first.</summary>
    public static bool IsPrefix(string text) =>
        text.Length is >= LeastPrefix and <= MostPrefix && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    /// <summary>True for what may be the id of a key.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>True where an id and a secret stand one after the other, whatever is around them: also for a key with a slip.</summary>
    internal static bool Resembles(string text)
    {
        string[] parts = text.Split('_');
        for (int i = 1; i + 1 < parts.Length; i++)
        {
            if (IsId(parts[i]) && parts[i + 1].Length >= SecretLength)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes a new key of the platform's random numbers, every letter as likely as any other.</summary>
    /// <param name="prefix">As <see cref="IsPrefix"/> has it.</param>
    /// <exception cref="ArgumentException">The prefix is none.</exception>
    public static ApiKey Create(string prefix)
    {
        if (!IsPrefix(prefix))
        {
            throw new ArgumentException("A prefix is 2 to 10 small letters and digits, a letter first.", nameof(prefix));
        }

        string body = $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, IdLength)}_"
            + RandomNumberGenerator.GetString(Alphabet, SecretLength);
        byte[] text = new byte[body.Length + ApiKeyChecksum.Length];
        Encoding.ASCII.GetBytes(body, text);
        ApiKeyChecksum.Write(text.AsSpan(0, body.Length), text.AsSpan(body.Length));
        return new ApiKey(text, prefix.Length);
    }

    /// <summary>Reads a key as presented.</summary>
    /// <param name="text">All of it, in UTF-8.</param>
    /// <param name="prefix">What it must begin with.</param>
    /// <param name="key">Null when it is refused.</param>
    /// <param name="rejection">Missing, repeated, malformed, or a checksum that is not its own.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> text, string prefix, [NotNullWhen(true)] out ApiKey? key, [NotNullWhen(false)] out Rejection? rejection)
    {
        key = null;
        rejection = text.IsEmpty ? Rejection.CredentialMissing
            : text.Span.Contains((byte)',') ? Rejection.CredentialRepeated
            : !IsShaped(text.Span, prefix) ? Rejection.KeyMalformed
            : !HasChecksum(text.Span) ? Rejection.KeyChecksum
            : null;
        // A copy: an answer that the key waits for may come when the invocation, and its buffer with the event, is another's.
        key = rejection is null ? new ApiKey(text.ToArray(), prefix.Length) : null;
        return key is not null;
    }

    /// <summary>The whole key, for the one moment in which its client gets it.</summary>
    public string Reveal() => Encoding.ASCII.GetString(_text.Span);

    /// <summary>The id, never the secret.</summary>
    public override string ToString() => Id;

    private static bool IsShaped(ReadOnlySpan<byte> text, string prefix)
    {
        int secretAt = prefix.Length + IdLength + 2;
        return text.Length == secretAt + SecretLength + ApiKeyChecksum.Length
            && Ascii.Equals(text[..prefix.Length], prefix)
            && text[prefix.Length] == Separator
            && text[secretAt - 1] == Separator
            && !text[(prefix.Length + 1)..(secretAt - 1)].ContainsAnyExcept(Letters)
            && !text[secretAt..].ContainsAnyExcept(Letters);
    }

    private static bool HasChecksum(ReadOnlySpan<byte> text)
    {
        Span<byte> checksum = stackalloc byte[ApiKeyChecksum.Length];
        ApiKeyChecksum.Write(text[..^ApiKeyChecksum.Length], checksum);
        return checksum.SequenceEqual(text[^ApiKeyChecksum.Length..]);
    }
}
