using System.Globalization;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>apiKey</c>.</summary>
internal static class ApiKeyReader
{
    private const int ShortestPepper = 32;

    private static readonly TimeSpan MaxCacheFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxCacheUnknownFor = TimeSpan.FromSeconds(30);

    /// <summary>Null when there is none; a problem when there must be one.</summary>
    public static ApiKeyConfiguration? Read(ConfigurationMembers root, bool isRequired)
    {
        if (!root.TryGet("apiKey", out ConfigurationNode? node))
        {
            if (isRequired)
            {
                root.Problem("apiKey", "is missing");
            }

            return null;
        }

        ConfigurationMembers members = node.Members(
            "sources", "prefix", "table", "region", "endpoint", "consistentRead", "recordsFile", "peppers", "pepper",
            "allowUnpeppered", "cacheFor", "cacheUnknownFor");
        var byDefault = new ApiKeyConfiguration();
        return new ApiKeyConfiguration
        {
            Sources = SourceReader.ReadApiKeySources(members),
            Prefix = ReadPrefix(members),
            Table = TableReader.Read(node, members, "recordsFile"),
            ConsistentRead = members.Flag("consistentRead"),
            Records = ReadRecords(members),
            Digests = ReadDigests(members),
            CacheFor = members.TryGet("cacheFor", out ConfigurationNode? cacheFor)
                ? cacheFor.Duration(MaxCacheFor)
                : byDefault.CacheFor,
            CacheUnknownFor = members.TryGet("cacheUnknownFor", out ConfigurationNode? unknown)
                ? unknown.Duration(MaxCacheUnknownFor)
                : byDefault.CacheUnknownFor,
        };
    }

    private static ApiKeyFile? ReadRecords(ConfigurationMembers members)
    {
        if (!members.TryGet("recordsFile", out ConfigurationNode? node) || members.Path("recordsFile") is not { } path
            || !node.ReadsFiles)
        {
            return null;
        }

        if (!FileText.TryRead(path, out string text))
        {
            node.Problem("names a file that cannot be read");
            return null;
        }

        return ApiKeyFile.Read(
            text.Split('\n').Select(line => line.TrimEnd('\r')),
            (line, problem) => node.Problem(string.Create(
                CultureInfo.InvariantCulture, $"names a file with a line {line} that is no record: {problem}")));
    }

    private static string ReadPrefix(ConfigurationMembers members)
    {
        string prefix = members.Text("prefix") ?? ApiKey.DefaultPrefix;
        if (!ApiKey.IsPrefix(prefix))
        {
            members.Problem("prefix", "must be 2 to 10 small letters and digits, a letter first");
        }

        return prefix;
    }

    private static ApiKeyDigests ReadDigests(ConfigurationMembers members)
    {
        Dictionary<string, string> peppers = new(StringComparer.Ordinal);
        if (members.TryGet("peppers", out ConfigurationNode? node))
        {
            ReadPeppers(node, peppers);
        }

        string? current = members.Text("pepper") ?? (peppers.Count == 1 ? peppers.Keys.Single() : null);
        if (members.TryGet("pepper", out ConfigurationNode? named) && current is not null && !peppers.ContainsKey(current))
        {
            named.Problem("must be the name of one of the peppers");
        }
        else if (current is null && peppers.Count > 1)
        {
            members.Problem("pepper", "is missing: which of the peppers do new keys get?");
        }

        if (node is null && members.TryGet("allowUnpeppered", out ConfigurationNode? unused))
        {
            unused.Problem("has no meaning without peppers");
        }

        return new ApiKeyDigests(peppers, current, members.Flag("allowUnpeppered"));
    }

    private static void ReadPeppers(ConfigurationNode node, Dictionary<string, string> peppers)
    {
        if (node.IsEmptyObject)
        {
            node.Problem("must have at least one pepper; leave it out for none");
        }

        foreach ((string version, ConfigurationNode pepper) in node.AnyMembers())
        {
            if (!ApiKeyDigests.IsVersion(version))
            {
                // Not by its name, which may be the pepper itself.
                node.Problem("must be named by 1 to 32 letters, digits, hyphens, underscores and dots");
                continue;
            }

            if (!pepper.TryText(out string? text))
            {
                continue;
            }

            if (text.Length < ShortestPepper)
            {
                pepper.Problem("must have at least 32 characters, and random ones");
            }

            peppers[version] = text;
        }
    }
}
