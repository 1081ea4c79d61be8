using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Authorizers.Core.Tests;

/// <summary>
/// Reads an origin as leniently as any reader of addresses might: capitals, percent signs, numbers for addresses and a port that
/// is the scheme's own make no difference. What it reads as one is one. Of schemes that it does not know, a host is a mere name.
/// </summary>
internal static class LenientOrigin
{
    public static (string Scheme, string Host, int Port) Read(string text)
    {
        string[] parts = text.Split("://", 2);
        string scheme = parts[0].Trim().ToLowerInvariant();
        string authority = parts[1].Split('/', '?', '#', '\\')[0];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        int colon = authority.IndexOf(':', authority.LastIndexOf(']') + 1);
        string host = colon < 0 ? authority : authority[..colon];
        string port = colon < 0 ? "" : authority[(colon + 1)..].Trim();
        int usual = DefaultPort(scheme);
        return (scheme, usual < 0 ? host : Host(host), port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : usual);
    }

    private static int DefaultPort(string scheme) => scheme switch { "https" or "wss" => 443, "http" or "ws" => 80, _ => -1 };

    private static string Host(string text)
    {
        string plain = Uri.UnescapeDataString(text).ToLowerInvariant();
        string host = plain.Replace('。', '.').Replace("\u00ad", "", StringComparison.Ordinal);
        return IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && (host[0] == '[' || IsQuad(address))
            ? address.ToString()
            : new IdnMapping().GetAscii(host.TrimEnd('.')) + (host.EndsWith('.') ? "." : "");
    }

    private static bool IsQuad(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork;
}
