using System.Diagnostics.CodeAnalysis;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Tokens;

/// <summary>A JWK Set in a file of one's own.</summary>
internal static class KeyFile
{
    /// <summary>False, with a sentence, when there is no usable key in it.</summary>
    public static bool TryRead(Terminal terminal, FileInfo file, [NotNullWhen(true)] out KeySet? keys)
    {
        keys = null;
        try
        {
            if (!JsonWebKeySetText.TryRead(File.ReadAllText(file.FullName), out keys))
            {
                terminal.Say($"{file.FullName} is not a JWK Set: a JSON object with an array \"keys\".");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{file.FullName} cannot be read. Is it a file, and yours to read?");
        }

        foreach (string reason in keys?.Skipped ?? [])
        {
            terminal.Say($"A key of {file.FullName} is skipped: {reason}.");
        }

        if (keys is { Keys.Count: 0 })
        {
            terminal.Say($"{file.FullName} holds no usable key.");
        }

        return keys is { Keys.Count: > 0 };
    }
}
