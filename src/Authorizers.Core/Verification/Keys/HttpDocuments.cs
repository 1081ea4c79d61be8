using System.Net;
using System.Text;
using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Core.Verification.Keys;

/// <summary>Gets small documents from issuers: an answer of 200 in UTF-8, or an outage.</summary>
internal sealed class HttpDocuments(OutboundHttp http) : IDocumentRetriever
{
    /// <exception cref="OutageException">There was no such document within the caller's time.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        try
        {
            using HttpResponseMessage response = await http.Client.GetAsync(new Uri(address), cancel);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw OutageException.IssuerUnreachable(
                    $"{address} answered {(int)response.StatusCode}.",
                    new HttpRequestException(null, null, response.StatusCode));
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or DecoderFallbackException)
        {
            throw OutageException.IssuerUnreachable($"{address} {OutboundFailure.Describe(e, "could not be read")}.", e);
        }
    }
}
