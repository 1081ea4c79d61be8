namespace Authorizers.Core.Configuration;

/// <summary>Where metadata and keys may be fetched from.</summary>
internal static class IssuerAddress
{
    /// <summary>What to say of an address that is not acceptable.</summary>
    public const string Requirement = "must be an https URL; allowHttp permits http to loopback hosts alone";

    private const string WellKnown = "/.well-known/openid-configuration";
    private const string FallbackWellKnown = "/.well-known/oauth-authorization-server";

    /// <summary>
    /// The issuer without one slash at its end, then the well-known path (OpenID Connect Discovery 1.0 section 4).
    /// </summary>
    public static string DefaultDiscovery(string issuer) =>
        (issuer.EndsWith('/') ? issuer[..^1] : issuer) + WellKnown;

    /// <summary>
    /// The well-known path between the issuer's host and its path, which loses a slash at its end (RFC 8414 section 3). Null when
    /// the issuer is no URL.
    /// </summary>
    public static string? FallbackDiscovery(string issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out Uri? uri)
        ? uri.GetLeftPart(UriPartial.Authority) + FallbackWellKnown
            + (uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath[..^1] : uri.AbsolutePath)
        : null;

    /// <summary>
    /// True for an absolute https address, and for plain http to a loopback host where that is allowed. It will be logged as it
    /// stands, so it may not begin another line there.
    /// </summary>
    public static bool IsAcceptable(string? address, bool allowHttp) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && !address.Any(char.IsControl)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (allowHttp && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
