using System.Security.Cryptography;
using System.Text.Json;
using Authorizers.Core.Configuration;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>
/// A folder to load configurations from. Whatever file one names is there: the development keys, a private key, a root, the
/// record of an API key or of a ticket.
/// </summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private static readonly string KeySet = RepositoryFiles.Read("events/keys/development.jwks.json");
    private static readonly CertificateAuthority Root = CertificateAuthority.Root("Root");

    private static readonly Lazy<string> ClientKey = new(() =>
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    });

    private static readonly string Digest = new('A', 43);

    private static readonly string Record =
        $$"""
        {"id":"0Ab1Cd2Ef3Gh","version":1,"digest":"{{Digest}}","principal":"p","status":"active","created":0,"revision":1}
        """;

    private static readonly string Ticket =
        $$"""
        {"id":"{{Digest}}","version":1,"principal":"p","exp":1,"sessionExp":1,"created":0}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <summary>As long as a pepper must be.</summary>
    public static string Pepper { get; } = new('w', 32);

    /// <summary>Every variable is set, to an address unless it must be something else; none is in a file.</summary>
    public static string? Variable(string name) => name switch
    {
        "KEYS_TABLE" => "api-keys",
        "TICKETS_TABLE" => "tickets",
        "PAGE_ORIGIN" => "https://app.example",
        "RESULT_TTL" => "300",
        _ when name.EndsWith("_HEADER", StringComparison.Ordinal) => "Authorization",
        _ when name.StartsWith("PEPPER", StringComparison.Ordinal) => Pepper,
        _ when name.EndsWith("_FILE", StringComparison.Ordinal) => null,
        _ => $"https://{name}.example/",
    };

    public AuthorizerConfiguration Load(
        string text, Func<string, string?> variable, EventKind events = EventKind.None)
    {
        string path = Path.Combine(_folder.FullName, ConfigurationFile.DefaultName);
        File.WriteAllText(path, text);
        JsonElement root = CommentedJson.Parse(text);
        JsonElement[] issuers = [.. Items(Member(root, "issuers"))];
        Array.ForEach(issuers, issuer => Write(Member(issuer, "jwksFile"), KeySet));
        Array.ForEach(issuers, issuer => Write(Member(Member(issuer, "introspection"), "privateKeyFile"), ClientKey.Value));
        Write(Member(root, "caFile"), Root.Pem);
        Write(Member(Member(root, "apiKey"), "recordsFile"), Record);
        Write(Member(Member(root, "ticket"), "ticketsFile"), Ticket);
        return ConfigurationFile.Load(path, variable, events);
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

    private void Write(JsonElement name, string content)
    {
        if (name is { ValueKind: JsonValueKind.String } && name.GetString() is { Length: > 0 })
        {
            string file = Path.Combine(_folder.FullName, name.GetString()!);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) ? member : default;

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
