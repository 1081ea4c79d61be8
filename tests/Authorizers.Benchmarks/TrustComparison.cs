using System.Globalization;
using System.Text;
using Authorizers.Tests.Shared;

namespace Authorizers.Benchmarks;

/// <summary>
/// Our binary and an issuer behind TLS, with the system's roots and with pinned ones, in turns. The system's are the machine's
/// own bundle and the root that was made for this run.
/// </summary>
internal static class TrustComparison
{
    private const string SystemBundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Opening = "-----BEGIN CERTIFICATE-----";

    /// <summary>Enough to be warm.</summary>
    private const int Requests = 200;

    /// <param name="bootstrap">The published TOKEN function.</param>
    /// <param name="rounds">How often each is started; the first round is not counted.</param>
    /// <returns>A section of the report.</returns>
    public static string Run(string bootstrap, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("authorizers-").FullName;
        using CertificateAuthority root = CertificateAuthority.Root("Root");
        using CertificateAuthority intermediate = root.Intermediate("Intermediate");
        using var issuer = DevelopmentIssuer.Start(intermediate.Issue(), intermediate.Certificate);
        try
        {
            string bundle = Path.Combine(folder, "bundle.pem");
            File.WriteAllText(bundle, File.ReadAllText(SystemBundle) + root.Pem);
            Contender[] contenders = Contenders(bootstrap, issuer, root, folder, bundle);
            byte[] json = issuer.CreateEvent();
            List<ProcessSample[]> samples = [];
            for (int round = 0; round <= rounds; round++)
            {
                samples.Add([.. contenders.Select(contender => ProcessRun.Measure(contender, json, Requests))]);
            }

            return Section(contenders, samples[1..], File.ReadAllText(bundle).Split(Opening).Length - 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Contender[] Contenders(
        string bootstrap, DevelopmentIssuer issuer, CertificateAuthority root, string folder, string bundle)
    {
        using CertificateAuthority former = CertificateAuthority.Root("Former root");
        string pinned = Write("pinned.pem", root.Pem);
        string changed = Write("changed.pem", former.Pem);
        return
        [
            Trusting("the system's roots", null),
            Trusting("pinned roots", pinned),
            Trusting("pinned roots, but the issuer has changed its own", changed),
            Trusting("pinned roots and keys", pinned, Write("keys.json", issuer.KeySet)),
        ];

        Contender Trusting(string name, string? roots, string? keys = null)
        {
            string configuration = OrdersConfiguration.Write(folder, $"{name}.json", issuer.Issuer, keys, roots);
            return new Contender(name, bootstrap, [], new Dictionary<string, string>(StringComparer.Ordinal))
                .With("SSL_CERT_FILE", bundle)
                .With("SSL_CERT_DIR", "/dev/null")
                .With("AUTHORIZER_CONFIG", configuration);
        }

        string Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return path;
        }
    }

    private static string Section(Contender[] contenders, List<ProcessSample[]> rounds, int certificates)
    {
        var text = new StringBuilder();
        text.AppendLine("## Trust in the issuer").AppendLine();
        text.Append("The same function and an issuer behind TLS; ");
        text.AppendLine(CultureInfo.InvariantCulture, $"the system trusts {certificates} certificates in one file. Ratios are formed round by");
        text.Append("round, to the system's roots. Not counted is what the way to an issuer takes on a real network: ");
        text.AppendLine("with packaged keys that is saved too.").AppendLine();
        text.AppendLine("| | start, ms | to the system's roots | peak memory, MB |");
        text.AppendLine("|---|---|---|---|");
        for (int index = 0; index < contenders.Length; index++)
        {
            Spread start = Spread.Of(rounds.Select(round => round[index].Start));
            Spread ratio = Spread.Of(rounds.Select(round => round[index].Start / round[0].Start));
            Spread memory = Spread.Of(rounds.Select(round => round[index].PeakMemory));
            text.AppendLine($"| {contenders[index].Name} | {start.Text("F1")} | {ratio.Text("F3")} | {memory.Text("F1")} |");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}
