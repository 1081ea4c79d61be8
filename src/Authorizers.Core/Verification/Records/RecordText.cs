using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Records;

/// <summary>What texts and context values of a record may be, whatever it is a record of.</summary>
internal static class RecordText
{
    /// <summary>Of a set, or a context.</summary>
    public const int MostTexts = 100;

    private const int LongestText = 256;
    private const int LongestValue = 1024;

    /// <summary>1 to 256 characters that a log and a header can show.</summary>
    public static bool IsGood(string text) => text.Length is > 0 and <= LongestText && ContextText.Clean(text) == text;

    /// <summary>A key and a value for the backend, as the configuration could have named and a token said them.</summary>
    public static bool IsContext(string key, object value) => ContextReader.ProblemOf(key) is null && value switch
    {
        string text => text.Length <= LongestValue && ContextText.Clean(text) == text,
        double number => RecordNumber.IsGood(number),
        _ => value is long or bool,
    };
}
