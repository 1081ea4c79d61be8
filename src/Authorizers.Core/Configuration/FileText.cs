namespace Authorizers.Core.Configuration;

/// <summary>Files that the configuration names.</summary>
internal static class FileText
{
    /// <summary>In bytes: more than any of them needs.</summary>
    private const long MaxLength = 64 * 1024 * 1024;

    /// <summary>A device or a pipe has no length, and is as good as empty: it is not opened, since it may never end.</summary>
    public static bool TryRead(string path, out string text)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path));
            long length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            text = length is > 0 and <= MaxLength ? File.ReadAllText(path) : "";
            return length <= MaxLength;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            text = "";
            return false;
        }
    }
}
