using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Cli.Issuer;

/// <summary>Keeps the text of the last document.</summary>
internal sealed class RecordedDocuments(IDocumentRetriever documents) : IDocumentRetriever
{
    /// <summary>Empty while there is none.</summary>
    public string Last { get; private set; } = "";

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
        Last = await documents.GetDocumentAsync(address, cancel);
}
