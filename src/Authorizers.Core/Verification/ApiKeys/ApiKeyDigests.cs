using System.Security.Cryptography;
using System.Text;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>
/// How secrets are stored, each with the id that it belongs to: HMAC-SHA-256 with a pepper that is not in the table, or plain
/// SHA-256. A secret has 178 random bits, so neither needs to be slow.
/// </summary>
/// <remarks>It holds peppers, so it is no record and prints nothing of itself.</remarks>
public sealed class ApiKeyDigests
{
    /// <summary>Bytes of a digest.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly Dictionary<string, byte[]> _peppers;
    private readonly bool _takesPlain;

    /// <param name="peppers">By version.</param>
    /// <param name="current">The version for new keys; null for plain digests.</param>
    /// <param name="takesPlain">Records with plain digests are good beside those with peppers.</param>
    public ApiKeyDigests(IReadOnlyDictionary<string, string> peppers, string? current, bool takesPlain)
    {
        _peppers = peppers.ToDictionary(
            pepper => pepper.Key, pepper => Encoding.UTF8.GetBytes(pepper.Value), StringComparer.Ordinal);
        (Current, _takesPlain) = (current, takesPlain || peppers.Count == 0);
    }

    /// <summary>No pepper at all.</summary>
    public static ApiKeyDigests Plain { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), null, takesPlain: true);

    /// <summary>The version of the pepper for new keys; null for none.</summary>
    public string? Current { get; }

    /// <summary>True for a version's name: 1 to 32 letters, digits, hyphens, underscores and dots.</summary>
    public static bool IsVersion(string text) =>
        text.Length is > 0 and <= 32 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>True when digests of that version can be compared, and are to be accepted.</summary>
    public bool Knows(string? version) => version is null ? _takesPlain : _peppers.ContainsKey(version);

    /// <summary>What is stored of a key.</summary>
    /// <param name="key">Its id and secret are what counts.</param>
    /// <param name="version">Of the pepper; null for none.</param>
    /// <exception cref="KeyNotFoundException">There is no pepper of that version.</exception>
    public byte[] Of(ApiKey key, string? version)
    {
        byte[] digest = new byte[Length];
        Write(key, version, digest);
        return digest;
    }

    /// <summary>True when the key's secret is the record's; takes as long whatever the answer.</summary>
    internal bool Match(ApiKey key, string? version, ReadOnlySpan<byte> stored)
    {
        Span<byte> digest = stackalloc byte[Length];
        Write(key, version, digest);
        return CryptographicOperations.FixedTimeEquals(digest, stored);
    }

    private void Write(ApiKey key, string? version, Span<byte> digest)
    {
        if (version is null)
        {
            SHA256.HashData(key.Proof.Span, digest);
        }
        else
        {
            HMACSHA256.HashData(_peppers[version], key.Proof.Span, digest);
        }
    }
}
