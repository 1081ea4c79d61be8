namespace Authorizers.EndToEnd.Tests;

/// <summary>The programs that this machine has.</summary>
internal static class SearchPath
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>The program's file; null when there is none of that name.</summary>
    public static string? Find(string program)
    {
        string folders = Environment.GetEnvironmentVariable("PATH") ?? "";
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }
}
