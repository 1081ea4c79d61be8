using System.Net.Http.Headers;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>How whoever asks proves to be a client that may (RFC 6749 section 2.3, RFC 7523 section 2.2).</summary>
internal abstract class ClientAuthentication
{
    /// <summary>Adds the proof to one request; a repeated request needs another.</summary>
    public abstract void Prove(HttpRequestHeaders headers, List<KeyValuePair<string, string>> form, DateTimeOffset now);
}
