using System.Text;

namespace Authorizers.Templates.Functions;

/// <summary>Tells a project that is made of this suite.</summary>
internal static class SuiteProject
{
    private const int MaxBytes = 65_536;

    public static bool IsIn(string folder) => ProjectOf(folder) is { } project && Begin(project).Contains("Authorizers.");

    /// <summary>The one project in the folder, or null.</summary>
    public static string? ProjectOf(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*.csproj") is [var project] ? project : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Begin(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(BoundedFile.Read(file, MaxBytes).Span);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
