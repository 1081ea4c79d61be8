using System.Net;
using Authorizers.Core.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Authorizers.Core.Verification.Keys;

/// <summary>What an issuer publishes: its metadata, and the key set that the metadata points to.</summary>
internal sealed class PublishedKeys(IssuerConfiguration issuer, IDocumentRetriever documents, Action<string> warn)
{
    private readonly DiscoveryDocument _discovery = new();

    /// <summary>The key set's address as configured or, if that is not, as the metadata gives it.</summary>
    /// <exception cref="OutageException">It cannot be had, or is not one to trust.</exception>
    public async ValueTask<string> FindAddressAsync(CancellationToken cancel)
    {
        if (issuer.JwksUri is { } configured)
        {
            return configured;
        }

        (OpenIdConnectConfiguration metadata, string source) = await ReadMetadataAsync(cancel);
        if (!issuer.IsSpelled(metadata.Issuer))
        {
            throw OutageException.IssuerUnreachable($"{source} speaks for another issuer than {issuer.Issuer}.");
        }

        return IssuerAddress.IsAcceptable(metadata.JwksUri, issuer.AllowHttp)
            ? metadata.JwksUri
            : throw OutageException.IssuerUnreachable($"{source} gives a jwks_uri that is no https URL.");
    }

    /// <exception cref="OutageException">There is no usable key.</exception>
    public async Task<KeySet> ReadAsync(string address, CancellationToken cancel)
    {
        string text = await documents.GetDocumentAsync(address, cancel);
        if (!JsonWebKeySetText.TryRead(text, out KeySet? keys) || keys.Keys.Count == 0)
        {
            throw OutageException.IssuerUnreachable($"{address} holds no usable key.");
        }

        foreach (string reason in keys.Skipped)
        {
            warn($"A key of {address} is skipped: {reason}.");
        }

        return keys;
    }

    /// <summary>
    /// An authorization server that is no OpenID provider has its metadata elsewhere (RFC 8414 section 5). It is looked for there
    /// only when nothing is where an OpenID provider has it.
    /// </summary>
    private async Task<(OpenIdConnectConfiguration Metadata, string Source)> ReadMetadataAsync(CancellationToken cancel)
    {
        try
        {
            return (await _discovery.GetConfigurationAsync(issuer.DiscoveryAddress, documents, cancel), issuer.DiscoveryAddress);
        }
        catch (OutageException e) when (IsNotFound(e) && issuer.FallbackDiscoveryAddress is not null)
        {
            string fallback = issuer.FallbackDiscoveryAddress;
            return (await _discovery.GetConfigurationAsync(fallback, documents, cancel), fallback);
        }
    }

    private static bool IsNotFound(OutageException outage) =>
        outage.InnerException is HttpRequestException { StatusCode: HttpStatusCode.NotFound };
}
