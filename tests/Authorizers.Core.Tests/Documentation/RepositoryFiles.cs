namespace Authorizers.Core.Tests.Documentation;

/// <summary>The files of the repository that these tests were built in.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string name) => Path.Combine(Root, name);

    public static string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Names from the root, in order; build output is left out.</summary>
    public static IReadOnlyList<string> Find(string folder, string pattern)
    {
        string[] found =
        [
            .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(name => !name.Split('/').Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal),
        ];
        return found.Length > 0 ? found : throw new FileNotFoundException($"{folder} holds no {pattern}.");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Authorizers.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("There is no Authorizers.sln above the tests.");
    }
}
