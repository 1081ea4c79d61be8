namespace Authorizers.Cli.Tests;

/// <summary>A folder that goes when the test does.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");

    public string FullName => _folder.FullName;

    /// <summary>Writes a file, and the folders on the way to it.</summary>
    public string Write(string name, string text)
    {
        string file = Path.Combine(FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Copies the event of a caller with another scheme.</summary>
    public string WriteEvent(string name) => Write(name, File.ReadAllText(The.NoBearer));

    /// <summary>A configuration that answers 401 by failing or by a Deny, so that a response shows which one was read.</summary>
    public string WriteConfiguration(string name, string onUnauthenticated) => Write(name, $$"""
        {
          "issuers": [{
            "issuer": "https://issuer.example/", "jwksFile": "{{The.KeySet.Replace('\\', '/')}}", "audiences": ["orders-api"]
          }],
          "routes": [{ "route": "GET /orders/{id}" }],
          "onUnauthenticated": "{{onUnauthenticated}}"
        }
        """);

    public void Dispose() => _folder.Delete(recursive: true);
}
