using System.Security.Cryptography.X509Certificates;
using Authorizers.Core;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary>All that was fetched and found good, to be written together.</summary>
/// <param name="Plan">Where it goes.</param>
/// <param name="Keys">Of each of the plan's targets that has any.</param>
/// <param name="Roots">Of all of them; empty when no server has shown a certificate.</param>
internal sealed record Pin(PinPlan Plan, IReadOnlyList<PinnedKeys> Keys, IReadOnlyList<X509Certificate2> Roots)
{
    private string RootText => string.Concat(Roots.Select(root => root.ExportCertificatePem() + "\n"));

    /// <param name="plan">What to fetch.</param>
    /// <param name="say">Takes a line for the person.</param>
    /// <exception cref="PinException">With everything that could not be fetched or is not good.</exception>
    public static async Task<Pin> FetchAsync(PinPlan plan, Action<string> say)
    {
        List<string> problems = [];
        IReadOnlyList<PinnedKeys> keys = await FetchKeysAsync(plan, say, problems);
        IEnumerable<X509Certificate2> roots = keys.SelectMany(found => found.Roots)
            .Concat(await FetchEndpointRootsAsync(plan, problems))
            .Concat(plan.KeptRoots)
            .DistinctBy(PinReport.Fingerprint)
            .OrderBy(root => root.Subject, StringComparer.Ordinal)
            .ThenBy(PinReport.Fingerprint, StringComparer.Ordinal);
        var pin = new Pin(plan, keys, [.. roots]);
        if (pin.Roots.Count > 0 && CaFileReader.Problem(pin.RootText, out _) is { } problem)
        {
            problems.Add($"The roots would make a file {problem}.");
        }

        return problems.Count == 0 ? pin : throw new PinException(string.Join('\n', problems));
    }

    /// <exception cref="PinException">A file cannot be written.</exception>
    public void Write()
    {
        IEnumerable<(string Path, string Text)> files = Keys.Select(keys => (keys.Target.KeyFile, keys.Text));
        WholeFiles.Write([.. files, .. Roots.Count > 0 ? [(Plan.RootFile, RootText)] : Array.Empty<(string, string)>()]);
    }

    private static async Task<IReadOnlyList<PinnedKeys>> FetchKeysAsync(
        PinPlan plan, Action<string> say, List<string> problems)
    {
        List<PinnedKeys> keys = [];
        foreach (PinTarget target in plan.Targets)
        {
            try
            {
                keys.Add(await PinnedKeys.FetchAsync(target, say));
            }
            catch (OutageException e) when (target.MayHaveNoKeys)
            {
                say($"{target.Issuer.Issuer} is pinned without keys: {Reason(e)}");
            }
            catch (OutageException e)
            {
                problems.Add($"{target.Issuer.Issuer}: {Reason(e)}");
            }
        }

        return keys;
    }

    private static async Task<IReadOnlyList<X509Certificate2>> FetchEndpointRootsAsync(PinPlan plan, List<string> problems)
    {
        try
        {
            return plan.Endpoint is { } endpoint ? await EndpointRoots.FetchAsync(endpoint) : [];
        }
        catch (OutageException e)
        {
            problems.Add(Reason(e));
            return [];
        }
    }

    private static string Reason(OutageException outage) =>
        outage.GetBaseException() is { } deepest && deepest != outage ? $"{outage.Message} {deepest.Message}" : outage.Message;
}
