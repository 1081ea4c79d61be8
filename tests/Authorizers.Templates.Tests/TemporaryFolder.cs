namespace Authorizers.Templates.Tests;

/// <summary>A folder that goes when the test does.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");

    public string FullName => _folder.FullName;

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string file = Path.Combine(FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
