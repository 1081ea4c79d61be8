using System.Security.Cryptography.X509Certificates;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Issuer;

/// <summary>An issuer's key set as it is published now.</summary>
/// <param name="Text">The document.</param>
/// <param name="Count">How many usable keys it has.</param>
/// <param name="Roots">What the certificates of the servers on the way to it end in.</param>
internal sealed record PublishedKeys(string Text, int Count, IReadOnlyList<X509Certificate2> Roots)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lets the function's own code fetch and check, and keeps the document that it read last, which is the key set.
    /// </summary>
    /// <exception cref="OutageException">The function could not use this issuer.</exception>
    public static async Task<PublishedKeys> FetchAsync(IssuerConfiguration issuer, Action<string> say)
    {
        var roots = new PresentedRoots();
        var documents = new RecordedDocuments(new HttpDocuments(new OutboundHttp(roots.Tls)));
        var keys = new FetchedKeys(issuer, documents, TimeProvider.System, say);
        using var deadline = new Deadline(TimeProvider.System, TimeProvider.System.GetUtcNow() + Limit);
        try
        {
            await keys.PrepareAsync(deadline);
        }
        catch (OutageException e) when (roots.Refusal is { } refusal)
        {
            throw OutageException.IssuerUnreachable(e.Message, new InvalidOperationException(refusal));
        }

        return JsonWebKeySetText.TryRead(documents.Last, out KeySet? set)
            ? new PublishedKeys(documents.Last, set.Keys.Count, roots.Certificates)
            : throw OutageException.IssuerUnreachable("No key set was read.");
    }
}
