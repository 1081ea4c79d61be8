using System.Globalization;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>ticket</c>.</summary>
internal static class TicketReader
{
    private const string FileMember = "ticketsFile";

    /// <summary>Null when there is none; a problem when there must be one.</summary>
    public static TicketConfiguration? Read(ConfigurationMembers root, bool isRequired)
    {
        if (!root.TryGet("ticket", out ConfigurationNode? node))
        {
            if (isRequired)
            {
                root.Problem("ticket", "is missing");
            }

            return null;
        }

        ConfigurationMembers members = node.Members("sources", "table", "region", "endpoint", FileMember);
        return new TicketConfiguration
        {
            Sources = SourceReader.ReadTicketSources(members),
            Table = TableReader.Read(node, members, FileMember),
            Records = ReadRecords(members),
        };
    }

    private static TicketFile? ReadRecords(ConfigurationMembers members)
    {
        if (!members.TryGet(FileMember, out ConfigurationNode? node) || members.Path(FileMember) is not { } path || !node.ReadsFiles)
        {
            return null;
        }

        if (!FileText.TryRead(path, out string text))
        {
            node.Problem("names a file that cannot be read");
            return null;
        }

        return TicketFile.Read(
            text.Split('\n').Select(line => line.TrimEnd('\r')),
            (line, problem) => node.Problem(string.Create(
                CultureInfo.InvariantCulture, $"names a file with a line {line} that is no record: {problem}")));
    }
}
