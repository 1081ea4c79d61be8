using System.Net.Security;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Core.Verification;

/// <summary>
/// The way out to issuers: no redirects, no cookies, at most 150,000 bytes. The client is made for the first request, since a
/// function whose keys are packaged should not pay for it.
/// </summary>
/// <param name="tls">Null to trust the servers that the system trusts; nothing is downloaded for a chain then either.</param>
internal sealed class OutboundHttp(SslClientAuthenticationOptions? tls = null)
{
    /// <summary>Of a response's body, in bytes; the limit of API Gateway's own JWT authorizer.</summary>
    public const int MaxLength = 150_000;

    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = tls ?? new() { CertificateChainPolicy = ServerCertificateCheck.Policy() },
        MaxResponseHeadersLength = 16,
    })
    {
        MaxResponseContentBufferSize = MaxLength,
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>It never ends a request by itself: whoever sends one brings the time limit.</summary>
    public HttpClient Client => _client.Value;
}
