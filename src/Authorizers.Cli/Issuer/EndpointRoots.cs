using System.Security.Cryptography.X509Certificates;
using Authorizers.Core;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Issuer;

/// <summary>What the certificate of an introspection endpoint ends in.</summary>
internal static class EndpointRoots
{
    /// <summary>Asks about no token and says nothing of us: any answer will do, since the certificate was shown before.</summary>
    /// <exception cref="OutageException">A function could not ask it.</exception>
    public static async Task<IReadOnlyList<X509Certificate2>> FetchAsync(Uri endpoint)
    {
        var roots = new PresentedRoots();
        using var limit = new CancellationTokenSource(PresentedRoots.Limit);
        using var request = new HttpRequestMessage(HttpMethod.Head, endpoint);
        try
        {
            using HttpResponseMessage response = await new OutboundHttp(roots.Tls).Client.SendAsync(request, limit.Token);
            return roots.Certificates;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Exception cause = roots.Refusal is { } refusal ? new InvalidOperationException(refusal) : e;
            throw OutageException.IntrospectionUnreachable($"{endpoint} {OutboundFailure.Describe(e, "could not be asked")}.", cause);
        }
    }
}
