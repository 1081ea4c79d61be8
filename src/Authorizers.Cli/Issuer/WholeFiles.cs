using System.Text;

namespace Authorizers.Cli.Issuer;

/// <summary>Files that a reader finds either as they were or as they are to be, and never in between.</summary>
internal static class WholeFiles
{
    private const string Unfinished = ".unfinished";

    /// <summary>Replaces none before each is written beside its place; makes folders as they are needed.</summary>
    /// <exception cref="PinException">One cannot be written.</exception>
    public static void Write(IReadOnlyList<(string Path, string Text)> files)
    {
        if (files.FirstOrDefault(file => Directory.Exists(file.Path)).Path is { } folder)
        {
            throw new PinException($"{folder} is a folder.");
        }

        try
        {
            foreach ((string path, string text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path + Unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            foreach ((string path, _) in files)
            {
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PinException(e.Message);
        }
        finally
        {
            foreach ((string path, _) in files.Where(file => File.Exists(file.Path + Unfinished)))
            {
                File.Delete(path + Unfinished);
            }
        }
    }
}
