using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;

namespace Authorizers.Core.Verification.Handshakes;

/// <summary>
/// Which pages may connect. A browser lets any page open a WebSocket to any server, and sends along the cookies that it has for it;
/// it says truly where the page comes from, and leaves the rest to the server (RFC 6455 section 10.2).
/// </summary>
/// <param name="settings">With the list; null for none, which lets every page in.</param>
internal sealed class AllowedOrigins(WebSocketConfiguration? settings)
{
    /// <summary>The origin of the handshake; null when it has none.</summary>
    /// <returns>False for several: no browser sends them.</returns>
    public static bool TryRead(RequestValues values, out string? origin)
    {
        IReadOnlyList<string> found = values.Of(RequestKey.Origin);
        origin = found is [var only] ? only : null;
        return found.Count <= 1;
    }

    /// <summary>
    /// True for an origin of the list, letter by letter. None is good for what a browser does not send: nothing, a header, or a
    /// ticket, which knows by itself whether it was issued to a page.
    /// </summary>
    public bool Admit(string? origin, HandshakeCredential credential) =>
        settings?.Origins is not { } allowed ? !(string.IsNullOrEmpty(origin) && MustHaveOne)
        : origin is null ? !MustHaveOne && (credential.Token is null || credential.Place == RequestPart.Header)
        : allowed.Contains(origin, StringComparer.Ordinal);

    private bool MustHaveOne => settings?.RequireOrigin == true;
}
