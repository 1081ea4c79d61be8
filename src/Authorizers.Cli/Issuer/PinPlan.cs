using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Cli.Issuer;

/// <summary>What is to be fetched, and where it goes.</summary>
/// <param name="Folder">Of the configuration file.</param>
/// <param name="Configuration">As read without the files that it names: they need not be there yet.</param>
/// <param name="Targets">Whose keys are published; none where there is an endpoint alone.</param>
/// <param name="Endpoint">Answers for opaque tokens, over TLS; null when there is no such.</param>
/// <param name="KeptRoots">Those that other issuers than these may need.</param>
internal sealed record PinPlan(
    string Folder,
    AuthorizerConfiguration Configuration,
    IReadOnlyList<PinTarget> Targets,
    Uri? Endpoint,
    X509Certificate2Collection KeptRoots)
{
    private const string KeyFileEnding = ".jwks.json";
    private const int MaxNameLength = 100;

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>Where the roots go, absolute.</summary>
    public string RootFile => Configuration.PinnedRoots?.Path ?? Path.Combine(Folder, "roots.pem");

    /// <param name="file">The configuration.</param>
    /// <param name="only">The one issuer to pin; null for all that have an address.</param>
    /// <param name="say">Takes a line for the person.</param>
    /// <exception cref="ConfigurationException">It cannot be pinned as it is.</exception>
    public static PinPlan Create(FileInfo file, string? only, Action<string> say)
    {
        var configuration = ConfigurationFile.LoadWithoutFiles(file.FullName, Environment.GetEnvironmentVariable);
        string folder = file.DirectoryName!;
        PinTarget[] all = [.. configuration.Issuers.Select(issuer => new PinTarget(issuer, KeyFile(issuer, folder)))];
        PinTarget[] chosen = [.. all.Where(target => only is null || target.Issuer.Issuer == only)];
        if (chosen.Length == 0)
        {
            throw new ConfigurationException([$"$.issuers: none is spelled {only} in {file.FullName}"]);
        }

        PinTarget[] reachable = [.. chosen.Where(target => HasAddress(target.Issuer))];
        foreach (PinTarget target in chosen.Except(reachable))
        {
            say($"The keys of {target.Issuer.Issuer} are left as they are: nothing says where they are published.");
        }

        Uri? endpoint = chosen.Select(target => target.Issuer.Introspection?.Endpoint).SingleOrDefault(HasCertificate);
        var plan = new PinPlan(folder, configuration, reachable, endpoint, []);
        plan.ThrowIfFilesCollide(all, file.FullName);
        return reachable.Length == 0 && endpoint is null
            ? throw new ConfigurationException([$"$.issuers: there is none to pin in {file.FullName}"])
            : only is null ? plan
            : plan with { KeptRoots = ReadRoots(plan.RootFile) };
    }

    private static bool HasAddress(IssuerConfiguration issuer) =>
        issuer.JwksUri is not null || IssuerAddress.IsAcceptable(issuer.DiscoveryAddress, issuer.AllowHttp);

    private static bool HasCertificate(Uri? address) => address?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The configured one, or the issuer without its scheme as a file's name.</summary>
    private static string KeyFile(IssuerConfiguration issuer, string folder)
    {
        string name = issuer.Issuer.Split("://")[^1].Trim('/', '.');
        char[] letters = [.. name.Take(MaxNameLength).Select(letter => NameLetters.Contains(letter) ? letter : '-')];
        return issuer.KeyFile ?? Path.Combine(folder, new string(letters) + KeyFileEnding);
    }

    private void ThrowIfFilesCollide(IEnumerable<PinTarget> all, string configuration)
    {
        string[] files = [.. all.Select(target => target.KeyFile).Append(RootFile).Select(Path.GetFullPath)];
        if (files.Contains(configuration))
        {
            throw new ConfigurationException(
                [$"$: {configuration} is the configuration, which is never written; name another file"]);
        }

        if (files.GroupBy(file => file).FirstOrDefault(group => group.Count() > 1) is { } shared)
        {
            throw new ConfigurationException([$"$: {shared.Key} would be written twice; name a jwksFile for each issuer"]);
        }
    }

    private static X509Certificate2Collection ReadRoots(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        if (FileText.TryRead(file, out string text) && PemCertificates.Read(text, out int others) is var roots && others == 0)
        {
            return roots;
        }

        throw new ConfigurationException(["$.caFile: names a file whose roots cannot be kept; pin all issuers at once"]);
    }
}
