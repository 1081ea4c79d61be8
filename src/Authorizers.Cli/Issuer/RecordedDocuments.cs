using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Cli.Issuer;

/// <summary>Keeps what was read, in order; an address that failed is not among it.</summary>
internal sealed class RecordedDocuments(IDocumentRetriever documents) : IDocumentRetriever
{
    private readonly List<(string Address, string Text)> _read = [];

    public IReadOnlyList<(string Address, string Text)> Read => _read;

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        string text = await documents.GetDocumentAsync(address, cancel);
        _read.Add((address, text));
        return text;
    }
}
