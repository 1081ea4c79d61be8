namespace Authorizers.WebSockets.Tests.Pairs;

/// <summary>Where Amazon's serializer and types do not read an event as ours do.</summary>
internal static class AmazonReading
{
    /// <summary>Amazon's serializer throws.</summary>
    public static IReadOnlyList<string> Unreadable { get; } = [];

    /// <summary>Amazon's types do not have all values of a name, so that one which comes twice is not seen to.</summary>
    public static IReadOnlyList<string> Otherwise { get; } =
        ["origin-same-twice", "origin-twice", "subprotocol-in-two-headers", "ticket-twice"];
}
