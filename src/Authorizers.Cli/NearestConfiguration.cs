using Authorizers.Core.Configuration;

namespace Authorizers.Cli;

/// <summary>The configuration that is meant when none is named.</summary>
internal static class NearestConfiguration
{
    /// <summary>The one in the folder, or in the nearest folder above it; null when there is none.</summary>
    public static FileInfo? Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            var candidate = new FileInfo(Path.Combine(folder.FullName, ConfigurationFile.DefaultName));
            if (candidate.Exists)
            {
                return candidate;
            }
        }

        return null;
    }
}
