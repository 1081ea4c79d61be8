using System.Text.Json;
using Authorizers.Core.Configuration;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>A folder to load configurations from. Whatever file one names is there: the development keys, or a root.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private static readonly CertificateAuthority Root = CertificateAuthority.Root("Root");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <summary>Every variable is set, to an address.</summary>
    public static string? Variable(string name) => $"https://{name}.example/";

    public AuthorizerConfiguration Load(string text, Func<string, string?> variable)
    {
        string path = Path.Combine(_folder.FullName, ConfigurationFile.DefaultName);
        File.WriteAllText(path, text);
        foreach (string name in KeyFiles(text))
        {
            string keys = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(keys)!);
            File.Copy(RepositoryFiles.PathOf("events/keys/development.jwks.json"), keys, overwrite: true);
        }

        foreach (string name in RootFiles(text))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), Root.Pem);
        }

        return ConfigurationFile.Load(path, variable);
    }

    /// <summary>Empty when the configuration is good.</summary>
    public IReadOnlyList<string> Problems(string text, Func<string, string?>? variable = null)
    {
        try
        {
            Load(text, variable ?? Variable);
            return [];
        }
        catch (ConfigurationException e)
        {
            return e.Problems;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> KeyFiles(string text) =>
        from issuer in Items(Member(CommentedJson.Parse(text), "issuers"))
        let file = Member(issuer, "jwksFile")
        where file.ValueKind == JsonValueKind.String
        select file.GetString();

    private static IEnumerable<string> RootFiles(string text) =>
        Member(CommentedJson.Parse(text), "caFile") is { ValueKind: JsonValueKind.String } file && file.GetString() is { Length: > 0 } name
            ? [name]
            : [];

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) ? member : default;

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
