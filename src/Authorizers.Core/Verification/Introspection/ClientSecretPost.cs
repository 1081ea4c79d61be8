using System.Net.Http.Headers;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>The secret among the form's members (RFC 6749 section 2.3.1), for endpoints that read no header.</summary>
internal sealed class ClientSecretPost(string clientId, string clientSecret) : ClientAuthentication
{
    public override void Prove(HttpRequestHeaders headers, List<KeyValuePair<string, string>> form, DateTimeOffset now)
    {
        form.Add(new("client_id", clientId));
        form.Add(new("client_secret", clientSecret));
    }
}
