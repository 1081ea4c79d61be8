using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Verification.Tls;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Verification.Tls;

/// <summary>A server at 127.0.0.1, the roots that are pinned and those that the system trusts.</summary>
public sealed class ServerCertificateCheckTests : IDisposable
{
    private const string Changed = "ends in no root of caFile, but in one that the system trusts";
    private const string Unknown = "ends neither in a root of caFile nor in one that the system trusts";

    private static readonly CertificateAuthority Pinned = CertificateAuthority.Root("Pinned");
    private static readonly CertificateAuthority Other = CertificateAuthority.Root("Other");
    private static readonly CertificateAuthority OfPinned = Pinned.Intermediate("Intermediate of the pinned root");
    private static readonly CertificateAuthority OfOther = Other.Intermediate("Intermediate of the other root");

    private readonly string _bundle = Path.GetTempFileName();
    private readonly List<string> _warnings = [];
    private readonly ServerCertificateCheck _check;

    public ServerCertificateCheckTests()
    {
        _check = new ServerCertificateCheck(new SystemRoots(name => name == "SSL_CERT_FILE" ? _bundle : ""), _warnings.Add);
        SystemTrusts(Pinned, Other);
    }

    public void Dispose() => File.Delete(_bundle);

    [Fact]
    public void A_chain_to_a_pinned_root_is_accepted_without_a_look_at_the_systems()
    {
        File.Delete(_bundle);

        Assert.True(Accept(OfPinned.Issue(), OfPinned));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_chain_to_another_root_of_the_system_is_accepted_and_said_once()
    {
        Assert.True(Accept(OfOther.Issue(), OfOther));
        Assert.True(Accept(Other.Issue()));

        Assert.Contains(Changed, Assert.Single(_warnings));
    }

    [Fact]
    public void So_is_one_whose_root_the_server_sends_along()
    {
        Assert.True(Accept(OfOther.Issue(), OfOther, Other));
        Assert.Contains(Changed, Assert.Single(_warnings));
    }

    [Fact]
    public void A_pinned_root_that_has_expired_is_like_one_that_was_changed()
    {
        using CertificateAuthority expired = Pinned.Until(CertificateAuthority.LongAgo);

        Assert.True(Accept(OfPinned.Issue(), [OfPinned], pinned: [expired]));
        Assert.Contains(Changed, Assert.Single(_warnings));
    }

    [Fact]
    public void A_root_that_nobody_knows_is_refused_whether_or_not_it_is_sent_along()
    {
        SystemTrusts(Pinned);

        Assert.False(Accept(OfOther.Issue(), OfOther));
        Assert.False(Accept(OfOther.Issue(), OfOther, Other));
        Assert.Contains(Unknown, Assert.Single(_warnings));
    }

    [Fact]
    public void Nobody_is_trusted_where_the_system_has_no_roots()
    {
        File.Delete(_bundle);

        Assert.False(Accept(OfOther.Issue(), OfOther));
    }

    [Fact]
    public void A_root_of_the_system_that_has_expired_is_refused()
    {
        using CertificateAuthority expired = Other.Until(CertificateAuthority.LongAgo);
        SystemTrusts(expired);

        Assert.False(Accept(OfOther.Issue(), OfOther));
    }

    [Fact]
    public void An_intermediate_that_is_not_sent_is_missing_whichever_the_root()
    {
        Assert.False(Accept(OfPinned.Issue()));
        Assert.False(Accept(OfOther.Issue()));
    }

    [Fact]
    public async Task Nor_is_it_downloaded_from_where_the_certificate_says()
    {
        await using var server = LoopbackServer.Answering(OfOther.Certificate.RawData);

        Assert.False(Accept(OfOther.Issue(download: server.Address)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_certificate_that_has_expired_is_refused_whichever_its_root()
    {
        Assert.False(Accept(OfPinned.Issue(end: CertificateAuthority.LongAgo), OfPinned));
        Assert.False(Accept(OfOther.Issue(end: CertificateAuthority.LongAgo), OfOther));
    }

    [Fact]
    public void A_certificate_for_another_server_is_refused_before_the_system_is_asked()
    {
        Assert.False(Accept(OfPinned.Issue(address: "127.0.0.2"), OfPinned));
        Assert.False(Accept(OfOther.Issue(address: "127.0.0.2"), OfOther));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_certificate_that_is_not_for_servers_is_refused_before_the_system_is_asked()
    {
        Assert.False(Accept(OfPinned.Issue(usage: CertificateAuthority.ClientAuthentication), OfPinned));
        Assert.False(Accept(OfOther.Issue(usage: CertificateAuthority.ClientAuthentication), OfOther));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_certificate_that_another_server_has_issued_is_refused()
    {
        using CertificateAuthority server = Other.Server("server");

        Assert.False(Accept(server.Issue(), server));
    }

    [Fact]
    public void A_signature_that_does_not_hold_is_refused()
    {
        using CertificateAuthority impostor = CertificateAuthority.Root("Other");

        Assert.False(Accept(impostor.Issue()));
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable)]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable | SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors)]
    public void A_server_without_a_certificate_is_refused(SslPolicyErrors errors)
    {
        using var chain = new X509Chain();

        Assert.False(_check.Accept(this, null, chain, errors));
        Assert.False(_check.Accept(this, null, null, errors));
    }

    private void SystemTrusts(params CertificateAuthority[] roots) =>
        File.WriteAllText(_bundle, string.Concat(roots.Select(root => root.Pem)));

    private bool Accept(X509Certificate2 server, params CertificateAuthority[] sent) => Accept(server, sent, [Pinned]);

    /// <summary>Does what the platform does before it asks: builds the chain, from the pinned roots alone.</summary>
    private bool Accept(X509Certificate2 server, CertificateAuthority[] sent, CertificateAuthority[] pinned)
    {
        using var chain = new X509Chain { ChainPolicy = ServerCertificateCheck.Policy() };
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(pinned.Select(root => root.Certificate).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(sent.Select(authority => authority.Certificate).ToArray());
        SslPolicyErrors errors = chain.Build(server) ? SslPolicyErrors.None : SslPolicyErrors.RemoteCertificateChainErrors;
        errors |= server.MatchesHostname("127.0.0.1") ? SslPolicyErrors.None : SslPolicyErrors.RemoteCertificateNameMismatch;
        return _check.Accept(this, server, chain, errors);
    }
}
