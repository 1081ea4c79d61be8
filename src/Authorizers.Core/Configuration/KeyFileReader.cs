using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Configuration;

/// <summary>Reads the key set that <c>jwksFile</c> names.</summary>
internal static class KeyFileReader
{
    /// <summary>Null when no file is named; a problem when the file has no usable key.</summary>
    public static KeySet? Read(ConfigurationMembers members)
    {
        if (!members.TryGet("jwksFile", out ConfigurationNode? node) || members.Path("jwksFile") is not { } path || !node.ReadsFiles)
        {
            return null;
        }

        if (!FileText.TryRead(path, out string text))
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
}
