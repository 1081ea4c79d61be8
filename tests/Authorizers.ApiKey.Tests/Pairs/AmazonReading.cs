namespace Authorizers.ApiKeys.Tests.Pairs;

/// <summary>Where Amazon's serializer and types do not read an event as ours do.</summary>
internal static class AmazonReading
{
    /// <summary>Amazon's serializer throws.</summary>
    public static IReadOnlyList<string> Unreadable { get; } = [];

    /// <summary>
    /// Amazon's types have neither the version, so that an HTTP API looks like a REST API, which is metered; nor all values of a
    /// name, so that one which comes twice is not seen to.
    /// </summary>
    public static IReadOnlyList<string> Otherwise { get; } = ["http1-allowed", "rest-twice"];
}
