using System.Buffers;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Writes paths as people read them: <c>$.issuers[0].audiences</c>, and <c>['custom:tenant']</c> for names that are no
/// words.
/// </summary>
internal static class JsonPath
{
    public const string Root = "$";

    private static readonly SearchValues<char> WordLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$");

    public static string Member(string path, string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(WordLetters) ? $"{path}.{name}" : $"{path}['{name}']";
}
