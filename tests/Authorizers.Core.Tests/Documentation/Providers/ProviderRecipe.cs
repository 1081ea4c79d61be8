using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Documentation.Providers;

/// <summary>A section of docs/providers.md: its configuration, with the tests' keys for the provider's, and its table.</summary>
internal sealed class ProviderRecipe
{
    private static readonly MarkdownDocument Document = MarkdownDocument.All["providers.md"];

    private readonly MarkdownDocument _section;

    public ProviderRecipe(string heading)
    {
        _section = Document.Section(heading);
        using var folder = new ConfigurationFolder();
        Configuration = folder.Load(_section.Block("jsonc"), ConfigurationFolder.Variable);
    }

    /// <summary>Whoever calls has opened the connection with this one's certificate.</summary>
    public static CertificateAuthority Client { get; } = CertificateAuthority.Root("client");

    /// <summary>The headings of the sections with a configuration.</summary>
    public static IEnumerable<string> Headings =>
        Document.Headings.Where(heading => Document.Section(heading).Blocks("jsonc").Count > 0);

    public AuthorizerConfiguration Configuration { get; }

    /// <summary>Token and answer.</summary>
    public IReadOnlyList<string[]> Rows => _section.Table("token");

    public async Task<VerificationResult> VerifyAsync(string token)
    {
        var clock = new StoppedClock();
        using Deadline deadline = Some.Deadline(clock);
        var keys = new FakeKeys(The.Rsa, The.P256);
        TrustedIssuer[] trusted = [.. Configuration.Issuers.Select(issuer => new TrustedIssuer(issuer, keys))];
        return await new JwtVerifier(Configuration, trusted, clock, Assert.Fail).VerifyAsync(
            Some.Bearer(token), deadline, new ClientCertificate(Some.Utf8(Client.Pem)));
    }
}
