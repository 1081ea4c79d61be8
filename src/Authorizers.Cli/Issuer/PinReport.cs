using System.Buffers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary>What was written, and what the configuration still lacks.</summary>
internal static class PinReport
{
    /// <summary>As browsers and openssl show it, less the colons.</summary>
    public static string Fingerprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static ReadOnlySpan<byte> Json(Pin pin)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("issuers");
            foreach ((PinTarget target, PublishedKeys keys) in pin.Plan.Targets.Zip(pin.Keys))
            {
                writer.WriteStartObject();
                writer.WriteString("issuer", target.Issuer.Issuer);
                writer.WriteString("jwksFile", target.KeyFile);
                writer.WriteNumber("keys", keys.Count);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("caFile", pin.Roots.Count > 0 ? pin.Plan.RootFile : null);
            writer.WriteStartArray("roots");
            foreach (X509Certificate2 root in pin.Roots)
            {
                writer.WriteStartObject();
                writer.WriteString("subject", root.Subject);
                writer.WriteString("notAfter", root.NotAfter.ToUniversalTime());
                writer.WriteString("sha256", Fingerprint(root));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    /// <summary>What to add to the configuration, line by line; nothing when it makes use of all that was written.</summary>
    public static IEnumerable<string> Advice(Pin pin)
    {
        foreach ((IssuerConfiguration issuer, string file) in pin.Plan.Targets)
        {
            string place = $"Add to the issuer {issuer.Issuer}";
            if (issuer.KeyFile is null)
            {
                yield return $"{place}: \"jwksFile\": \"{Path.GetRelativePath(pin.Plan.Folder, file)}\"";
            }

            if (!issuer.HasAddress)
            {
                yield return $"{place}, or its keys will never be fetched again: \"discovery\": \"{issuer.DiscoveryAddress}\"";
            }
        }

        if (pin.Plan.Configuration.PinnedRoots is null && pin.Roots.Count > 0)
        {
            string file = Path.GetRelativePath(pin.Plan.Folder, pin.Plan.RootFile);
            yield return $"Add to the configuration: \"caFile\": \"{file}\"";
        }
    }
}
