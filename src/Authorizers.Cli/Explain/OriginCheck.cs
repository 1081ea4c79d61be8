using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.Handshakes;

namespace Authorizers.Cli.Explain;

/// <summary>Whether the page that a handshake comes from may connect.</summary>
/// <param name="Page">Its origin, as it may be shown; null for none, or several.</param>
/// <param name="IsAllowed">The function's own word.</param>
/// <param name="Reason">In words.</param>
internal sealed record OriginCheck(string? Page, bool IsAllowed, string Reason)
{
    private const string NotShown = "(not shown: there may be a credential in it)";

    /// <param name="settings">Null for none.</param>
    /// <param name="credential">As the function reads it.</param>
    /// <param name="values">Of the handshake.</param>
    public static OriginCheck Of(WebSocketConfiguration? settings, HandshakeCredential credential, RequestValues values)
    {
        if (!AllowedOrigins.TryRead(values, out string? origin))
        {
            return new OriginCheck(null, IsAllowed: false, "there are several, and a browser sends one");
        }

        bool isAllowed = new AllowedOrigins(settings).Admit(origin, credential);
        string reason = origin is null ? ReasonOfNone(settings, isAllowed) : ReasonOfOne(settings, isAllowed);
        return new OriginCheck(origin is null ? null : Shown(origin, settings), isAllowed, reason);
    }

    private static string ReasonOfOne(WebSocketConfiguration? settings, bool isAllowed) =>
        settings?.Origins is null
            ? isAllowed
                ? "any page may connect: there are no webSocket.origins"
                : "it names no page, and webSocket.requireOrigin asks for one"
        : isAllowed ? "it is one of webSocket.origins"
        : "it is none of webSocket.origins, letter by letter";

    private static string ReasonOfNone(WebSocketConfiguration? settings, bool isAllowed) =>
        settings?.RequireOrigin == true ? "there is none, and webSocket.requireOrigin asks for one"
        : settings?.Origins is null ? "there is none, and no webSocket.origins that would ask for one"
        : isAllowed ? "there is none, and none is asked for but with a token elsewhere than in a header"
        : "there is none, and the token stands elsewhere than in a header: a page could have sent it";

    /// <summary>Who connects writes what he likes there.</summary>
    private static string Shown(string origin, WebSocketConfiguration? settings) =>
        settings?.Origins?.Contains(origin, StringComparer.Ordinal) != true && SecretText.MayHoldToken(origin) ? NotShown
        : ReadableText.Of(origin);
}
