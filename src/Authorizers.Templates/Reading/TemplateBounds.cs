namespace Authorizers.Templates.Reading;

/// <summary>What a template may hold at most, so that none of them takes all memory or the whole stack.</summary>
internal static class TemplateBounds
{
    /// <summary>In bytes: what CloudFormation takes.</summary>
    public const int Length = 1024 * 1024;

    /// <summary>Of values within values.</summary>
    public const int Depth = 100;

    /// <summary>Of values, those that aliases repeat included.</summary>
    public const int Values = 500_000;

    /// <summary>Of values and conditions that lead to one another.</summary>
    public const int ResolvedDepth = 300;

    /// <summary>Of values, and of characters that functions make, in all that is resolved.</summary>
    public const int Resolved = 8 * 1024 * 1024;
}
