using System.Reflection;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The working copy that this assembly was built from, and the feed it was built with.</summary>
internal static class Repository
{
    private static readonly string[] FeedPropertyNames =
        ["PackageFeed", "FunctionFramework", "IdentityModelVersion", "RestoreAdditionalProjectSources"];

    private static readonly Dictionary<string, string?> Metadata =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(row => row.Key, row => row.Value);

    public static string Root { get; } = Metadata["RepositoryRoot"]!;

    /// <summary>As switches; a semicolon would start the next property.</summary>
    public static IEnumerable<string> FeedProperties =>
        FeedPropertyNames.Where(name => !string.IsNullOrEmpty(Metadata[name]))
            .Select(name => $"-p:{name}={Metadata[name]!.Replace(";", "%3B", StringComparison.Ordinal)}");

    /// <param name="path">From the root, with slashes.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);
}
