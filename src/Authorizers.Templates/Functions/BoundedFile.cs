namespace Authorizers.Templates.Functions;

/// <summary>Reads no more of a file than it may hold: a template names files, and may name an endless one.</summary>
internal static class BoundedFile
{
    /// <summary>As much of it as there is, and at most so much. Nothing of a device or a pipe, whose length is 0.</summary>
    public static ReadOnlyMemory<byte> Read(string path, int maxBytes)
    {
        var file = new FileInfo(path);
        if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0)
        {
            return default;
        }

        byte[] bytes = new byte[maxBytes];
        using FileStream stream = file.OpenRead();
        return bytes.AsMemory(0, stream.ReadAtLeast(bytes, maxBytes, throwOnEndOfStream: false));
    }
}
