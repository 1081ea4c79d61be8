using System.Globalization;
using System.Text;

namespace Authorizers.Cli.Policies;

/// <summary>The probes as a shell reads them, with all else in comments.</summary>
internal static class ProbeText
{
    public static string Write(ProbeArguments arguments)
    {
        var text = new StringBuilder();
        AddComments(text, "Probes for an AWS account. Nothing has been called: run the preparation, then one probe at a time.");
        AddComments(text, "They need an API whose authorizer returns what callers send. Put nothing behind it. To make one:");
        AddComments(text, ProbePreparation.TestApi, "  ");
        AddComments(text, "and to be rid of it:");
        AddComments(text, ProbePreparation.Afterwards, "  ");
        text.Append('\n').Append(ProbePreparation.Of(arguments)).Append('\n');
        for (int index = 0; index < ProbeList.All.Count; index++)
        {
            Probe probe = ProbeList.All[index];
            text.Append('\n');
            AddComments(text, string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {probe.Question}"));
            text.Append(probe.Script).Append('\n');
            foreach (ProbeOutcome outcome in probe.Outcomes)
            {
                AddComments(text, $"{outcome.Seen}: {outcome.Means}", "  ");
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void AddComments(StringBuilder text, string lines, string indent = "")
    {
        foreach (string line in lines.Split('\n'))
        {
            text.Append("# ").Append(indent).Append(line).Append('\n');
        }
    }
}
