using Authorizers.Core.Configuration;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Configuration;

public sealed class CaFileReaderTests : IDisposable
{
    private const string Problem = "$.caFile: names a file ";

    private readonly ConfigurationFolder _folder = new();
    private readonly CertificateAuthority _root = CertificateAuthority.Root("Root");

    public void Dispose()
    {
        _folder.Dispose();
        _root.Dispose();
    }

    [Fact]
    public void Without_the_member_nothing_is_pinned() =>
        Assert.Null(_folder.Load(ConfigurationFolder.Valid).PinnedRoots);

    [Theory]
    [InlineData("roots.pem")]
    [InlineData("tls/roots.pem")]
    [InlineData("./tls/../roots.pem")]
    public void A_relative_file_lies_beside_the_configuration(string file)
    {
        _folder.Write(file, _root.Pem);

        var roots = _folder.Load(WithFile(file)).PinnedRoots!;

        Assert.True(Path.IsPathFullyQualified(roots.Path));
        Assert.Equal(Path.GetFullPath(_folder.PathOf(file)), Path.GetFullPath(roots.Path));
        Assert.Equal("CN=Root", Assert.Single(roots.Certificates).Subject);
    }

    [Fact]
    public void An_absolute_file_lies_where_it_says()
    {
        using var elsewhere = new ConfigurationFolder();
        elsewhere.Write("roots.pem", _root.Pem);

        Assert.Single(_folder.Load(WithFile(elsewhere.PathOf("roots.pem"))).PinnedRoots!.Certificates);
    }

    [Fact]
    public void Up_to_20_roots_may_be_pinned_with_remarks_between_them()
    {
        string pem = $"# The issuer's root\n{_root.Pem}";
        _folder.Write("roots.pem", string.Concat(Enumerable.Repeat(pem, 20)));
        Assert.Equal(20, _folder.Load(WithFile("roots.pem")).PinnedRoots!.Certificates.Count);

        Assert.Equal(
            [$"{Problem}with more than 20 certificates; name the few roots that the issuers' chains end in"],
            ProblemsOf(string.Concat(Enumerable.Repeat(pem, 21))));
    }

    [Fact]
    public void A_root_that_has_expired_is_no_problem()
    {
        using CertificateAuthority expired = _root.Until(CertificateAuthority.LongAgo);

        Assert.Empty(ProblemsOf(expired.Pem));
    }

    [Theory]
    [InlineData("nowhere.pem")]
    [InlineData("nowhere/roots.pem")]
    [InlineData(".")]
    public void A_file_that_cannot_be_read_is_a_problem(string file) =>
        Assert.Equal([$"{Problem}that cannot be read"], _folder.Problems(WithFile(file)));

    [Theory]
    [InlineData("")]
    [InlineData("""{"keys":[]}""")]
    public void A_file_without_a_certificate_is_a_problem(string text) =>
        Assert.Equal([$"{Problem}without a certificate in PEM"], ProblemsOf(text));

    [Theory]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nM!IB\n-----END CERTIFICATE-----\n")]
    public void Anything_else_beside_a_root_is_a_problem(string block)
    {
        string[] expected = [$"{Problem}that holds something else than certificates, or a damaged one"];

        Assert.Equal(expected, ProblemsOf(_root.Pem + block));
        Assert.Equal(expected, ProblemsOf(block + _root.Pem));
    }

    [Fact]
    public void A_certificate_that_is_no_root_is_a_problem_that_says_which()
    {
        using CertificateAuthority intermediate = _root.Intermediate("Intermediate");
        using var server = _root.Issue();
        string expected = $"{Problem}whose certificate 2 is no root, that is, a CA's certificate issued by itself";

        Assert.Equal([expected], ProblemsOf(_root.Pem + intermediate.Pem));
        Assert.Equal([expected], ProblemsOf($"{_root.Pem}{server.ExportCertificatePem()}\n"));
    }

    [Fact]
    public void A_server_that_is_its_own_issuer_is_no_root()
    {
        using var server = CertificateAuthority.SelfSignedServer();

        Assert.Equal(
            [$"{Problem}whose certificate 1 is no root, that is, a CA's certificate issued by itself"],
            ProblemsOf(server.ExportCertificatePem()));
    }

    [Fact]
    public void Files_that_are_yet_to_be_written_are_not_looked_for()
    {
        _folder.Write(ConfigurationFile.DefaultName, ConfigurationFolder.Spoilt(
            "/issuers/0", """{"issuer":"https://a.example/","audiences":["x"],"jwksFile":"keys.json"}""")
            .Replace("\"issuers\"", "\"caFile\":\"roots.pem\",\"issuers\"", StringComparison.Ordinal));

        var configuration = ConfigurationFile.LoadWithoutFiles(_folder.Path, _ => null);

        Assert.Equal(_folder.PathOf("roots.pem"), configuration.PinnedRoots!.Path);
        Assert.Equal(_folder.PathOf("keys.json"), Assert.Single(configuration.Issuers).KeyFile);
        Assert.Equal(
            ["$.caFile: names a file that cannot be read", "$.issuers[0].jwksFile: names a file that cannot be read"],
            _folder.Problems());
    }

    private static string WithFile(string file) => ConfigurationFolder.Spoilt("/caFile", $"\"{file}\"");

    private IReadOnlyList<string> ProblemsOf(string text)
    {
        _folder.Write("roots.pem", text);
        return _folder.Problems(WithFile("roots.pem"));
    }
}
