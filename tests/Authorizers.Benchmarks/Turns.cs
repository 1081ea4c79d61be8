using System.Text;

namespace Authorizers.Benchmarks;

/// <summary>Processes that are started and asked in turns, so that what the machine does meanwhile strikes all of them.</summary>
/// <param name="contenders">The first is what the others are compared with.</param>
internal sealed class Turns(params (Contender Contender, byte[] Event)[] contenders)
{
    private const int Requests = 1000;

    private readonly List<ProcessSample[]> _rounds = [];

    /// <param name="rounds">How often each is started; one round more comes first, and is not counted.</param>
    public Turns Run(int rounds)
    {
        for (int round = 0; round <= rounds; round++)
        {
            ProcessSample[] samples = [.. contenders.Select(each => ProcessRun.Measure(each.Contender, each.Event, Requests))];
            if (round > 0)
            {
                _rounds.Add(samples);
            }
        }

        return this;
    }

    /// <summary>A row for each, its ratios formed round by round.</summary>
    public void WriteTable(StringBuilder text)
    {
        text.AppendLine("| | start, ms | to the first | warm, us | peak memory, MB |");
        text.AppendLine("|---|---|---|---|---|");
        for (int index = 0; index < contenders.Length; index++)
        {
            Spread start = Spread.Of(_rounds.Select(round => round[index].Start));
            Spread ratio = Spread.Of(_rounds.Select(round => round[index].Start / round[0].Start));
            Spread warm = Spread.Of(_rounds.Select(round => round[index].Warm));
            Spread memory = Spread.Of(_rounds.Select(round => round[index].PeakMemory));
            string name = contenders[index].Contender.Name;
            text.AppendLine($"| {name} | {start.Text("F1")} | {ratio.Text("F3")} | {warm.Text("F0")} | {memory.Text("F1")} |");
        }
    }
}
