using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Configuration;

/// <summary>Reads the key set that <c>jwksFile</c> names.</summary>
internal static class KeyFileReader
{
    /// <summary>Null when no file is named; a problem when the file has no usable key.</summary>
    public static KeySet? Read(ConfigurationMembers members)
    {
        if (!members.TryGet("jwksFile", out ConfigurationNode? node) || !node.TryText(out string? path))
        {
            return null;
        }

        if (!TryReadFile(node.Resolve(path), out string text))
        {
            node.Problem("names a file that cannot be read");
            return null;
        }

        if (!JsonWebKeySetText.TryRead(text, out KeySet? keys))
        {
            node.Problem("names a file that is not a JWK Set: a JSON object with an array \"keys\"");
        }
        else if (keys.Keys.Count == 0)
        {
            node.Problem($"names a file without a usable key ({string.Join("; ", keys.Skipped)})");
        }

        return keys;
    }

    private static bool TryReadFile(string path, out string text)
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
