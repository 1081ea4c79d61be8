using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>How claims are compared with what a configuration accepts: ordinally, and never in part.</summary>
internal static class ClaimValue
{
    /// <summary>Of texts in one claim. Real ones hold a few; what a token may hold is bounded by its size too.</summary>
    public const int MaxTexts = 500;

    /// <summary>True for an array of nothing but strings, of at most <see cref="MaxTexts"/>.</summary>
    public static bool IsTexts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MaxTexts)
        {
            return false;
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a string that is one of these.</summary>
    public static bool IsOneOf(JsonElement value, IReadOnlyList<string> accepted)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        foreach (string candidate in accepted)
        {
            if (value.ValueEquals(candidate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when the value, or any element of an array, is one of these: strings as they are, numbers and booleans by their JSON
    /// text.
    /// </summary>
    public static bool HasOneOf(JsonElement value, IReadOnlyList<string> accepted)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return IsScalarOf(value, accepted);
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            if (IsScalarOf(item, accepted))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScalarOf(JsonElement value, IReadOnlyList<string> accepted) => value.ValueKind switch
    {
        JsonValueKind.String => IsOneOf(value, accepted),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => accepted.Contains(value.GetRawText()),
        _ => false,
    };
}
