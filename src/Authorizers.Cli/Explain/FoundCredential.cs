using System.Text;

namespace Authorizers.Cli.Explain;

/// <summary>Where a credential was found, and of what size. No part of it is kept.</summary>
/// <param name="Kind">What is looked for there, in words.</param>
/// <param name="Source">In words, or as the configuration names it.</param>
/// <param name="Scheme">Of the registered ones (RFC 9110 section 11.1); null when it has none of them.</param>
/// <param name="Length">Of the whole value, scheme included, in bytes.</param>
internal sealed record FoundCredential(string Kind, string Source, string? Scheme, int Length)
{
    public const string Ticket = "connect ticket";

    /// <summary>Only these are shown: what stands before the first space of anything else may be part of a secret.</summary>
    private static readonly string[] Schemes =
        ["ApiKey", "Basic", "Bearer", "Digest", "DPoP", "GNAP", "HOBA", "Mutual", "Negotiate", "PrivateToken", "SCRAM-SHA-256", "vapid"];

    public static FoundCredential Of(CredentialValue found)
    {
        ReadOnlySpan<byte> value = found.Text.Span;
        int space = value.IndexOf((byte)' ');
        string first = space < 0 ? "" : Encoding.UTF8.GetString(value[..space]);
        string? scheme = Array.Find(Schemes, known => known.Equals(first, StringComparison.OrdinalIgnoreCase));
        return new FoundCredential(Words(found.Kind), found.Source, scheme, value.Length);
    }

    private static string Words(CredentialKind kind) => kind switch
    {
        CredentialKind.ApiKey => "API key",
        CredentialKind.ConnectTicket => Ticket,
        _ => "bearer token",
    };
}
