using System.Reflection;

namespace Authorizers.Benchmarks;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Folder(string name) => Path.Combine(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!, name);
}
