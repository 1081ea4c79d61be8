using System.Reflection;

namespace Authorizers.Cli.Tests;

/// <summary>The fixed cast: the repository's own events and configuration.</summary>
internal static class The
{
    /// <summary>When tokens are looked at.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string RepositoryRoot => Path.GetFullPath(Metadata("RepositoryRoot"));

    public static string SuiteVersion => Metadata("SuiteVersion");

    public static string TokenEvents => Path.Combine(RepositoryRoot, "events", "token");

    public static string Configuration => Path.Combine(RepositoryRoot, "events", "authorizer.json");

    public static string KeySet => Path.Combine(RepositoryRoot, "events", "keys", "development.jwks.json");

    /// <summary>A caller with another scheme, for GET /orders/42: 401, or whatever the configuration says instead.</summary>
    public static string NoBearer => Event("no-bearer");

    public static string Allowed => Event("allowed");

    public static string Event(string name) => Path.Combine(TokenEvents, $"{name}.event.json");

    private static string Metadata(string key) =>
        typeof(The).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
