namespace Authorizers.Token.Tests.Pairs;

/// <summary>Where Amazon's serializer and types do not read an event as ours do.</summary>
internal static class AmazonReading
{
    /// <summary>Amazon's serializer throws, so a host that uses it reports that and our code is never asked.</summary>
    public static IReadOnlyList<string> Unreadable { get; } = ["not-json", "token-not-text"];

    /// <summary>Amazon's serializer ignores the case of names and takes the last of two members; ours refuses both.</summary>
    public static IReadOnlyList<string> Otherwise { get; } = ["member-names-in-another-case", "member-repeated"];
}
