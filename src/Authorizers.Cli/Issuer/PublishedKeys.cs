using System.Security.Cryptography.X509Certificates;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Issuer;

/// <summary>What was found at an issuer.</summary>
/// <param name="KeySet">The document; null when no keys are wanted.</param>
/// <param name="KeyCount">How many usable keys it has.</param>
/// <param name="Roots">What the certificates of its servers end in.</param>
internal sealed record PinnedIssuer(string? KeySet, int KeyCount, IReadOnlyList<X509Certificate2> Roots)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="OutageException">The function could not use this issuer.</exception>
    public static async Task<PinnedIssuer> FetchAsync(PinTarget target, Action<string> say)
    {
        var roots = new PresentedRoots();
        var http = new OutboundHttp(roots.Tls);
        using var deadline = new Deadline(TimeProvider.System, TimeProvider.System.GetUtcNow() + Limit);
        try
        {
            string? keySet = target.HasKeys ? await FetchKeysAsync(target.Issuer, http, say, deadline) : null;
            if (target.Issuer.Introspection is { } introspection)
            {
                await GreetAsync(introspection.Endpoint, http, deadline);
            }

            JsonWebKeySetText.TryRead(keySet ?? "", out KeySet? keys);
            return new PinnedIssuer(keySet, keys?.Keys.Count ?? 0, roots.Certificates);
        }
        catch (OutageException e) when (roots.Refusal is { } refusal)
        {
            throw OutageException.IssuerUnreachable(e.Message, new InvalidOperationException(refusal));
        }
    }

    /// <summary>
    /// Lets the function's own code fetch and check, and keeps the document that it read last, which is the key set.
    /// </summary>
    private static async Task<string> FetchKeysAsync(
        IssuerConfiguration issuer, OutboundHttp http, Action<string> say, Deadline deadline)
    {
        var documents = new RecordedDocuments(new HttpDocuments(http));
        await new FetchedKeys(issuer, documents, TimeProvider.System, say).PrepareAsync(deadline);
        return documents.Last;
    }

    /// <summary>Asks nothing, and takes any answer: it is the server's certificate that matters.</summary>
    private static async Task GreetAsync(Uri endpoint, OutboundHttp http, Deadline deadline)
    {
        try
        {
            using var _ = await http.Client.GetAsync(endpoint, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw OutageException.IntrospectionUnreachable($"{endpoint} could not be read.", e);
        }
    }
}
