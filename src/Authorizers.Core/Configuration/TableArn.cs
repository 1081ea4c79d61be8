using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Configuration;

/// <summary>The ARN of a DynamoDB table: <c>arn:PARTITION:dynamodb:REGION:ACCOUNT:table/NAME</c>.</summary>
public static class TableArn
{
    private const int AccountLength = 12;
    private const int ShortestName = 3;
    private const int LongestName = 255;

    /// <summary>True for a text that can be nothing else, good or bad.</summary>
    public static bool IsMeant(string table) => table.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>True for a table's name: 3 to 255 letters, digits, underscores, dots and hyphens.</summary>
    public static bool IsName(string table) =>
        table.Length is >= ShortestName and <= LongestName
        && table.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-');

    /// <summary>True for a region's name: small letters, digits and hyphens.</summary>
    public static bool IsRegion(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>The region that an ARN names; false for a name, and for what is no ARN of a table.</summary>
    public static bool TryReadRegion(string? table, [NotNullWhen(true)] out string? region)
    {
        region = table?.Split(':') is ["arn", { Length: > 0 }, "dynamodb", var named, { Length: AccountLength } account, var resource]
            && IsRegion(named) && account.All(char.IsAsciiDigit) && resource.Split('/') is ["table", var name] && IsName(name)
            ? named
            : null;
        return region is not null;
    }
}
