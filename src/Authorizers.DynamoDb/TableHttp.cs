using Amazon.Runtime;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.DynamoDb;

/// <summary>
/// One HTTP client for the table: no proxy, no redirects, no cookies, and the time of one attempt as its limit. Where roots are
/// pinned for issuers, the whole process sees those alone, so that its check of servers must be asked here too.
/// </summary>
internal sealed class TableHttp(PinnedTrust? trust) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ResponseDrainTimeout = TimeSpan.Zero,
        SslOptions = PinnedTrust.TlsOf(trust),
    })
    {
        Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan,
    };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
}
