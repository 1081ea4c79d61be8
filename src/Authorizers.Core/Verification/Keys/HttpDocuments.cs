using System.Net;
using System.Text;
using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// Gets small documents from issuers: no redirects, no cookies, at most 150,000 bytes, UTF-8. The HTTP client is made for
/// the first one,
/// since a function whose keys are packaged should not pay for it.
/// </summary>
internal sealed class HttpDocuments : IDocumentRetriever
{
    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
    })
    {
        MaxResponseContentBufferSize = JsonWebKeySetText.MaxLength,
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <exception cref="OutageException">There was no such document within the caller's time.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        try
        {
            using HttpResponseMessage response = await _client.Value.GetAsync(new Uri(address), cancel);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw OutageException.IssuerUnreachable($"{address} answered {(int)response.StatusCode}.");
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or DecoderFallbackException)
        {
            string problem = e is OperationCanceledException ? "did not answer in time" : "could not be read";
            throw OutageException.IssuerUnreachable($"{address} {problem}.", e);
        }
    }
}
