using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// Reads an issuer's metadata (OpenID Connect Discovery 1.0 section 4) with System.Text.Json: the retriever that comes with
/// IdentityModel needs reflection, which native AOT does not have.
/// </summary>
internal sealed class DiscoveryDocument : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    /// <exception cref="OutageException">There is no such document, or it lacks "issuer" or "jwks_uri".</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
        string address, IDocumentRetriever retriever, CancellationToken cancel)
    {
        string text = await retriever.GetDocumentAsync(address, cancel);
        return StrictJson.ParseObjectOnce(Encoding.UTF8.GetBytes(text)) is { } root
            && root.TryGetProperty("issuer", out JsonElement issuer) && issuer.ValueKind == JsonValueKind.String
            && root.TryGetProperty("jwks_uri", out JsonElement keys) && keys.ValueKind == JsonValueKind.String
            ? new OpenIdConnectConfiguration { Issuer = issuer.GetString(), JwksUri = keys.GetString() }
            : throw OutageException.IssuerUnreachable($"{address} is not a discovery document with an issuer and a jwks_uri.");
    }
}
