using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Tokens as texts, to be searched for or forged.</summary>
internal static class TokenText
{
    /// <summary>A shorter text may stand anywhere by chance.</summary>
    private const int MinTellingLength = 16;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Whatever would give a bit of an event's token away: header, claims and signature each.</summary>
    /// <remarks>Read as text, since some events are no JSON.</remarks>
    public static IEnumerable<string> PartsOf(string eventJson) =>
        from Match token in Regex.Matches(eventJson, "\"authorizationToken\": *\"(?<token>[^\"]*)", RegexOptions.ExplicitCapture, MatchTimeout)
        from part in token.Groups["token"].Value.Split(' ', '.')
        where part.Length >= MinTellingLength
        select part;

    /// <summary>The same header and claims, signed by a key of the same kind that is not the issuer's.</summary>
    public static string SignedByAnotherKey(string token, string algorithm)
    {
        string input = token[..token.LastIndexOf('.')];
        return $"{input}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(input), algorithm))}";
    }

    /// <summary>The "kid" in its header.</summary>
    public static string KeyId(string token) =>
        JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))))
            .GetProperty("kid").GetString()!;

    private static byte[] Sign(byte[] input, string algorithm)
    {
        using RSA rsa = RSA.Create(2048);
        using ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return algorithm switch
        {
            "RS256" => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "PS256" => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "ES256" => ec.SignData(input, HashAlgorithmName.SHA256),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "The provider does not sign so."),
        };
    }
}
