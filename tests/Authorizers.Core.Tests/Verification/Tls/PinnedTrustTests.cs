using System.Net.Security;
using Authorizers.Core.Configuration;
using Authorizers.Core.Tests.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;
using Authorizers.Core.Verification.Tls;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Verification.Tls;

/// <summary>
/// Real handshakes. The process's own store is the machine's, which knows no root of these tests: to the platform each of
/// them is one that was changed.
/// </summary>
public sealed class PinnedTrustTests : IDisposable
{
    private static readonly CertificateAuthority Root = CertificateAuthority.Root("Root");
    private static readonly CertificateAuthority Intermediate = Root.Intermediate("Intermediate");

    private readonly string _bundle = Path.GetTempFileName();
    private readonly List<string> _warnings = [];
    private readonly PinnedTrust _trust;
    private readonly HttpDocuments _documents;

    public PinnedTrustTests()
    {
        _trust = new PinnedTrust(new SystemRoots(name => name == "SSL_CERT_FILE" ? _bundle : ""), _warnings.Add);
        _documents = new HttpDocuments(new OutboundHttp(_trust.Tls));
    }

    public void Dispose() => File.Delete(_bundle);

    [Fact]
    public async Task A_server_of_a_root_that_the_system_trusts_is_read()
    {
        File.WriteAllText(_bundle, Root.Pem);

        Assert.Equal(["{}", "{}"], [await GetAsync(), await GetAsync()]);
        Assert.StartsWith("The certificate of 127.0.0.1 ends in no root of caFile,", Assert.Single(_warnings));
        Assert.Empty(_trust.Tls.CertificateChainPolicy!.ExtraStore);
    }

    [Fact]
    public async Task Without_pinned_roots_nothing_is_downloaded_from_where_a_certificate_says_either()
    {
        await using var issuers = LoopbackServer.Answering(Intermediate.Certificate.RawData);
        var certificate = SslStreamCertificateContext.Create(Intermediate.Issue(download: issuers.Address), [], offline: true);
        await using var server = LoopbackServer.Answering("{}"u8.ToArray(), certificate);

        await Assert.ThrowsAsync<HttpRequestException>(() => new OutboundHttp().Client.GetAsync(server.Address));
        Assert.Empty(issuers.Requests);
    }

    [Fact]
    public async Task A_server_of_a_root_that_nobody_knows_is_an_outage()
    {
        await OutageAsync();

        Assert.StartsWith("The certificate of 127.0.0.1 ends neither", Assert.Single(_warnings));
    }

    [Fact]
    public async Task A_certificate_for_another_address_is_an_outage_although_its_root_is_trusted()
    {
        File.WriteAllText(_bundle, Root.Pem);

        await OutageAsync(address: "127.0.0.2");
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_servers_is_an_outage_although_its_root_is_trusted()
    {
        File.WriteAllText(_bundle, Root.Pem);

        await OutageAsync(usage: CertificateAuthority.ClientAuthentication);
    }

    [Fact]
    public async Task Without_pinned_roots_the_platform_decides()
    {
        using var folder = new ConfigurationFolder();
        AuthorizerConfiguration configuration = folder.Load(ConfigurationFolder.Valid);

        Assert.Null(PinnedTrust.Establish(configuration, _ => null, new StoppedClock(), _warnings.Add));
        File.WriteAllText(_bundle, Root.Pem);
        await OutageAsync(new HttpDocuments(new OutboundHttp()));
        Assert.Empty(_warnings);
    }

    private async Task OutageAsync(
        HttpDocuments? documents = null, string address = "127.0.0.1", string usage = CertificateAuthority.ServerAuthentication)
    {
        var outage = await Assert.ThrowsAsync<OutageException>(() => GetAsync(documents, address, usage));
        Assert.Equal("issuer_unreachable", outage.Code);
    }

    private async Task<string> GetAsync(
        HttpDocuments? documents = null, string address = "127.0.0.1", string usage = CertificateAuthority.ServerAuthentication)
    {
        using var certificate = Intermediate.Issue(address, usage: usage);
        await using var server = LoopbackServer.Answering(
            "{}"u8.ToArray(), SslStreamCertificateContext.Create(certificate, [Intermediate.Certificate], offline: true));
        return await (documents ?? _documents).GetDocumentAsync(server.Address, CancellationToken.None);
    }
}
