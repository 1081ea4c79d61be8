using Authorizers.Core.Verification.Tls;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Verification.Tls;

public sealed class SystemRootsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");
    private readonly Dictionary<string, string> _variables = new() { ["SSL_CERT_FILE"] = "", ["SSL_CERT_DIR"] = "" };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void They_are_those_of_the_file_and_of_every_folder()
    {
        _variables["SSL_CERT_FILE"] = Write("bundle.pem", "A", "B");
        _variables["SSL_CERT_DIR"] = $"{FolderOf(Write("one/c.0", "C"))}:/nowhere:{FolderOf(Write("two/d.pem", "D"))}";

        Assert.Equal(["CN=A", "CN=B", "CN=C", "CN=D"], Names(Create()));
    }

    [Fact]
    public void Only_certificates_are_taken_from_whatever_else_lies_there()
    {
        string folder = FolderOf(Write("mixed/a.pem", "A"));
        File.WriteAllText(Path.Combine(folder, "README"), "-----BEGIN CERTIFICATE-----\n");
        File.WriteAllBytes(Path.Combine(folder, "trust.db"), [0, 255, 254]);
        _variables["SSL_CERT_DIR"] = folder;

        Assert.Equal(["CN=A"], Names(Create()));
    }

    [Fact]
    public void There_are_none_where_the_variables_lead_nowhere()
    {
        (_variables["SSL_CERT_FILE"], _variables["SSL_CERT_DIR"]) = ("/nowhere.pem", "/dev/null");

        Assert.Empty(Create().Certificates);
    }

    [Theory]
    [InlineData("SSL_CERT_FILE")]
    [InlineData("SSL_CERT_DIR")]
    public void For_a_variable_that_is_not_set_the_distributions_own_bundle_stands_in(string unset)
    {
        Assert.SkipUnless(File.Exists("/etc/ssl/certs/ca-certificates.crt"), "This machine keeps its certificates elsewhere.");
        _variables.Remove(unset);

        Assert.InRange(Create().Certificates.Count, 10, 1000);
    }

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for_and_nothing_twice()
    {
        string file = Path.Combine(_folder.FullName, "bundle.pem");
        _variables["SSL_CERT_FILE"] = file;
        SystemRoots roots = Create();
        _variables["SSL_CERT_FILE"] = "/nowhere.pem";

        Write("bundle.pem", "A");
        Assert.Equal(["CN=A"], Names(roots));

        File.Delete(file);
        Assert.Equal(["CN=A"], Names(roots));
    }

    private static IEnumerable<string> Names(SystemRoots roots) => roots.Certificates.Select(certificate => certificate.Subject);

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;

    private SystemRoots Create() => new(_variables.GetValueOrDefault);

    private string Write(string file, params string[] names)
    {
        string path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(FolderOf(path));
        File.WriteAllText(path, string.Concat(names.Select(name => CertificateAuthority.Root(name).Pem)));
        return path;
    }
}
