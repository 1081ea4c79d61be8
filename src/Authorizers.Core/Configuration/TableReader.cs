namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>table</c>, <c>region</c> and <c>endpoint</c>, or finds that a file stands in for the table.</summary>
internal static class TableReader
{
    private static readonly string[] OfTables = ["region", "endpoint", "consistentRead"];

    /// <summary>Null when there is none, or none that can be used; a problem unless a file takes its place.</summary>
    /// <param name="node">The section.</param>
    /// <param name="members">Of the section.</param>
    /// <param name="file">The member that names a file instead.</param>
    public static TableConfiguration? Read(ConfigurationNode node, ConfigurationMembers members, string file)
    {
        bool hasFile = members.TryGet(file, out _);
        if (members.TryGet("table", out _) == hasFile)
        {
            node.Problem($"must have table or {file}, and not both");
        }

        foreach (string name in OfTables)
        {
            if (hasFile && members.TryGet(name, out ConfigurationNode? unused))
            {
                unused.Problem($"contradicts {file}; only a table has one");
            }
        }

        string? table = ReadName(members);
        string? region = ReadRegion(members);
        Uri? endpoint = ReadEndpoint(members);
        return table is null ? null : new TableConfiguration(table, region, endpoint);
    }

    private static string? ReadName(ConfigurationMembers members)
    {
        string? table = members.Text("table");
        if (table is not null && !(TableArn.IsMeant(table) ? TableArn.TryReadRegion(table, out _) : TableArn.IsName(table)))
        {
            members.Problem("table", "must be a table's name, 3 to 255 letters, digits, underscores, dots and hyphens, or its ARN, "
                + "arn:aws:dynamodb:REGION:ACCOUNT:table/NAME");
        }

        return table;
    }

    private static string? ReadRegion(ConfigurationMembers members)
    {
        string? region = members.Text("region");
        if (region is not null && !TableArn.IsRegion(region))
        {
            members.Problem("region", "must be the name of a region, such as eu-west-1");
        }

        return region;
    }

    private static Uri? ReadEndpoint(ConfigurationMembers members)
    {
        string? endpoint = members.Text("endpoint");
        if (endpoint is null || IssuerAddress.IsAcceptable(endpoint, allowHttp: true))
        {
            return endpoint is null ? null : new Uri(endpoint);
        }

        members.Problem("endpoint", "must be an https URL, or an http URL of this machine for local work");
        return null;
    }
}
