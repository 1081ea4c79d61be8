using System.Security.Cryptography.X509Certificates;
using Authorizers.Core;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Cli.Issuer;

/// <summary>An issuer's key set as it is published now.</summary>
/// <param name="Target">Whose it is, and where it goes.</param>
/// <param name="Text">The document.</param>
/// <param name="Count">How many usable keys it has.</param>
/// <param name="Metadata">The address that led to it; null when it is configured itself.</param>
/// <param name="Roots">What the certificates of the servers on the way to it end in.</param>
internal sealed record PinnedKeys(
    PinTarget Target, string Text, int Count, string? Metadata, IReadOnlyList<X509Certificate2> Roots)
{
    /// <summary>Lets the function's own code fetch and check, and keeps the documents; the key set is the last of them.</summary>
    /// <exception cref="OutageException">The function could not use this issuer.</exception>
    public static async Task<PinnedKeys> FetchAsync(PinTarget target, Action<string> say)
    {
        var roots = new PresentedRoots();
        var documents = new RecordedDocuments(new HttpDocuments(new OutboundHttp(roots.Tls)));
        var keys = new FetchedKeys(target.Issuer, documents, TimeProvider.System, say);
        using var deadline = new Deadline(TimeProvider.System, TimeProvider.System.GetUtcNow() + PresentedRoots.Limit);
        try
        {
            await keys.PrepareAsync(deadline);
        }
        catch (OutageException e) when (roots.Refusal is { } refusal)
        {
            throw OutageException.IssuerUnreachable(e.Message, new InvalidOperationException(refusal));
        }

        string text = documents.Read[^1].Text;
        string? metadata = documents.Read.Count > 1 ? documents.Read[^2].Address : null;
        return JsonWebKeySetText.TryRead(text, out KeySet? set)
            ? new PinnedKeys(target, text, set.Keys.Count, metadata, roots.Certificates)
            : throw OutageException.IssuerUnreachable("No key set was read.");
    }
}
