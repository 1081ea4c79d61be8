namespace Authorizers.Templates.Functions;

/// <summary>Reads no more of a file than it may hold: a template names files, and may name an endless one.</summary>
internal static class BoundedFile
{
    /// <summary>As much of it as there is, and at most so much. Nothing of a device or a pipe, whose length is 0.</summary>
    public static ReadOnlyMemory<byte> Read(string path, int maxBytes)
    {
        if (new FileInfo(path).Length == 0)
        {
            return default;
        }

        byte[] bytes = new byte[maxBytes];
        using FileStream file = File.OpenRead(path);
        return bytes.AsMemory(0, file.ReadAtLeast(bytes, maxBytes, throwOnEndOfStream: false));
    }
}
