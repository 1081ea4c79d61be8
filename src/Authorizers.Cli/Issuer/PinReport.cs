using System.Buffers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Authorizers.Core;

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
            foreach (PinnedKeys keys in pin.Keys)
            {
                writer.WriteStartObject();
                writer.WriteString("issuer", keys.Target.Issuer.Issuer);
                writer.WriteString("jwksFile", keys.Target.KeyFile);
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

    /// <summary>What to paste into the configuration; nothing when it makes use of all that was written.</summary>
    public static IEnumerable<string> Advice(Pin pin)
    {
        foreach (PinnedKeys keys in pin.Keys)
        {
            string[] lacking = [.. Lacking(pin.Plan, keys)];
            if (lacking.Length > 0)
            {
                yield return $"Add to the issuer {keys.Target.Issuer.Issuer}:";
            }

            foreach (string member in lacking)
            {
                yield return member;
            }
        }

        if (pin.Plan.Configuration.PinnedRoots is null && pin.Roots.Count > 0)
        {
            yield return "Add beside \"issuers\":";
            yield return Member("caFile", Path.GetRelativePath(pin.Plan.Folder, pin.Plan.RootFile));
        }
        else if (pin.Plan.Configuration.PinnedRoots is { } named && !File.Exists(named.Path))
        {
            yield return $"Take caFile out of the configuration: no server showed a certificate, and there is no {named.Path}.";
        }
    }

    private static IEnumerable<string> Lacking(PinPlan plan, PinnedKeys keys)
    {
        if (keys.Target.Issuer.KeyFile is null)
        {
            yield return Member("jwksFile", Path.GetRelativePath(plan.Folder, keys.Target.KeyFile));
        }

        if (!keys.Target.Issuer.HasAddress && keys.Metadata is { } metadata)
        {
            yield return $"{Member("discovery", metadata)} // without it, the keys are never fetched again";
        }
    }

    private static string Member(string name, string value) =>
        $"  \"{name}\": \"{JsonEncodedText.Encode(value, CompactJson.Options.Encoder)}\",";
}
