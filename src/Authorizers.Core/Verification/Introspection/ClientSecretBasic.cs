using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>Both parts are form-urlencoded before they are joined, so a colon in one cannot be the one between them.</summary>
/// <remarks>RFC 6749 section 2.3.1.</remarks>
internal sealed class ClientSecretBasic(string clientId, string clientSecret) : ClientAuthentication
{
    private readonly AuthenticationHeaderValue _header = new(
        "Basic",
        Convert.ToBase64String(Encoding.ASCII.GetBytes(
            $"{WebUtility.UrlEncode(clientId)}:{WebUtility.UrlEncode(clientSecret)}")));

    public override void Prove(HttpRequestHeaders headers, List<KeyValuePair<string, string>> form, DateTimeOffset now) =>
        headers.Authorization = _header;
}
