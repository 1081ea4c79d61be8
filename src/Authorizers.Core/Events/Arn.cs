using System.Buffers;

namespace Authorizers.Core.Events;

/// <summary>
/// The alphabets of an execute-api ARN's parts. None holds <c>*</c>, <c>?</c> or <c>{</c>, so what passes here can stand in
/// a policy's
/// resource without becoming a wildcard or a policy variable.
/// </summary>
internal static class Arn
{
    private static readonly SearchValues<char> LowerCaseAndHyphen = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");
    private static readonly SearchValues<char> RegionLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> StageLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static bool IsPartition(ReadOnlySpan<char> text) => text.StartsWith("aws") && !text.ContainsAnyExcept(LowerCaseAndHyphen);

    public static bool IsRegion(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(RegionLetters);

    public static bool IsAccountId(ReadOnlySpan<char> text) => text.Length == 12 && !text.ContainsAnyExcept(Digits);

    public static bool IsApiId(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(RegionLetters);

    public static bool IsStage(ReadOnlySpan<char> text) =>
        text is "$default" || (!text.IsEmpty && !text.ContainsAnyExcept(StageLetters));
}
