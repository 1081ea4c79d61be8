using System.Buffers;
using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>The SHA-256 of a client's certificate in hexadecimal digits, in any case, with or without colons.</summary>
internal static class Thumbprint
{
    /// <summary>Of hexadecimal digits.</summary>
    public const int Length = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789ABCDEF");

    public static bool IsNamedBy(RequestKey key) => key is { Part: RequestPart.ClientCertificate, Name: "thumbprint" };

    /// <summary>Two spellings of one thumbprint come out as one text; the value of any other key stays as it is.</summary>
    public static string Comparable(RequestKey key, string text) => IsNamedBy(key) ? Plain(text) : text;

    public static bool IsWhole(string text) => IsBeginning(text) && Plain(text).Length == Length;

    public static bool IsBeginning(string text) =>
        Plain(text) is { Length: > 0 and <= Length } digits && !digits.AsSpan().ContainsAnyExcept(Digits);

    private static string Plain(string text) => text.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
}
