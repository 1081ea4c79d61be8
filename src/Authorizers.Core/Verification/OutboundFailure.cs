namespace Authorizers.Core.Verification;

/// <summary>Why a request to an issuer failed, in words of ours: those of the platform are not in a native binary.</summary>
internal static class OutboundFailure
{
    /// <param name="failure">What the client threw.</param>
    /// <param name="verdict">What to say of the address.</param>
    public static string Describe(Exception failure, string verdict) => failure switch
    {
        OperationCanceledException => "did not answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"{verdict}: its host has no address",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{verdict}: there is no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"{verdict}: the proxy opens no way",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"{verdict}: TLS failed",
        _ => verdict,
    };
}
