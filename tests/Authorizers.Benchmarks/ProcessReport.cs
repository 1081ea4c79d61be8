using System.Globalization;
using System.Text;

namespace Authorizers.Benchmarks;

/// <summary>
/// The figures as a table and as a plot. Ratios are taken round by round, ours to the peer's with the same source of keys.
/// </summary>
internal sealed class ProcessReport(IReadOnlyDictionary<Contender, List<ProcessSample>> samples, LoadSample load, long binaryLength)
{
    private const int BarHeight = 22;
    private const int LabelWidth = 230;
    private const int PlotWidth = 430;

    public string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("# Benchmarks: whole processes").AppendLine();
        text.AppendLine("Written by `tests/Authorizers.Benchmarks/run`. Medians, with the middle half of the runs in brackets; ratios are formed round by");
        text.AppendLine("round, in turns on one processor. Start is from before the process is started to its first answer, whole. Warm is what the client sees of one");
        text.AppendLine("request on one connection. The event, the loopback Runtime API and the issuer are the same for all; what they log goes to /dev/null.").AppendLine();
        text.AppendLine("| | start, ms | to the peer | warm, us | to the peer | peak memory, MB | to the peer |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach ((Contender contender, List<ProcessSample> own) in samples)
        {
            List<ProcessSample> peer = Peer(contender);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {contender.Name} | {Cells(own, peer, sample => sample.Start, "F1")} | {Cells(own, peer, sample => sample.Warm, "F0")} | {Cells(own, peer, sample => sample.PeakMemory, "F1")} |");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Every token is verified here, as the peer does. Peak memory after 60,000 requests: {load.PeakMemory:F1} MB. Decisions in a second of the process's own processor time, 16 loops: {load.DecisionsPerSecond:N0}; of a token that is remembered: {load.RememberedPerSecond:N0}, and {load.RememberedWarm:F0} us warm.");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Size of the binary: {binaryLength / 1e6:F2} MB. Peer: Node.js with npm aws-jwt-verify 5.");
        text.AppendLine().AppendLine("![Start to first answer](benchmarks.svg)");
        return text.ToString().ReplaceLineEndings("\n");
    }

    public string Plot()
    {
        double longest = samples.Values.Max(list => Spread.Of(list.Select(sample => sample.Start)).High);
        int height = (samples.Count * (BarHeight + 12)) + 50;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {LabelWidth + PlotWidth + 90} {height}\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\" aria-label=\"Process start to first answer in milliseconds\">");
        svg.AppendLine("<style>text{fill:#333}.ours{fill:#2f6f9f}.peer{fill:#b0b7bd}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>");
        svg.AppendLine("<text x=\"0\" y=\"18\" font-weight=\"bold\">Process start to first answer, ms (shorter is better)</text>");
        int y = 36;
        foreach ((Contender contender, List<ProcessSample> own) in samples)
        {
            double start = Spread.Of(own.Select(sample => sample.Start)).Median;
            double width = start / longest * PlotWidth;
            string kind = IsOurs(contender) ? "ours" : "peer";
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 16}\">{contender.Name}</text>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{LabelWidth}\" y=\"{y}\" width=\"{width:F1}\" height=\"{BarHeight}\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + width + 8:F1}\" y=\"{y + 16}\">{start:F1}</text>");
            y += BarHeight + 12;
        }

        return svg.AppendLine("</svg>").ToString().ReplaceLineEndings("\n");
    }

    private static bool IsOurs(Contender contender) => contender.Name.StartsWith("Authorizers", StringComparison.Ordinal);

    private List<ProcessSample> Peer(Contender contender) =>
        samples.Single(pair => !IsOurs(pair.Key) && pair.Key.Name.Split(',')[1] == contender.Name.Split(',')[1]).Value;

    private static string Cells(List<ProcessSample> own, List<ProcessSample> peer, Func<ProcessSample, double> figure, string format) =>
        $"{Spread.Of(own.Select(figure)).Text(format)} | {Spread.Of(own.Zip(peer, (mine, theirs) => figure(mine) / figure(theirs))).Text("F3")}";
}
