namespace Authorizers.Request.Tests.Pairs;

/// <summary>Where Amazon's serializer and types do not read an event as ours do.</summary>
internal static class AmazonReading
{
    /// <summary>Amazon's serializer throws, so a host that uses it reports that and our code is never asked.</summary>
    public static IReadOnlyList<string> Unreadable { get; } = ["header-not-text", "headers-not-a-map", "not-json"];

    /// <summary>
    /// Amazon's types have neither the version nor all values of a name: one that comes twice is not seen to. The serializer
    /// takes the last of two members.
    /// </summary>
    public static IReadOnlyList<string> Otherwise { get; } =
    [
        "member-repeated", "rest-header-repeated", "rest-maps-disagree", "rest-query-repeated", "version-unknown",
        "when-header-repeated",
    ];
}
