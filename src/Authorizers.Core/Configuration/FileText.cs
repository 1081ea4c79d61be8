namespace Authorizers.Core.Configuration;

/// <summary>Files that the configuration names.</summary>
internal static class FileText
{
    public static bool TryRead(string path, out string text)
    {
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            text = "";
            return false;
        }
    }
}
