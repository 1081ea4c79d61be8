using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tables;

/// <summary>Chooses the region as the AWS command line does, the configuration being asked before the surroundings.</summary>
internal static class TableRegion
{
    /// <param name="named">On the command line.</param>
    /// <param name="configured">In the configuration.</param>
    /// <param name="table">An ARN names the region too.</param>
    /// <param name="variable">Of the environment.</param>
    /// <param name="ofProfile">Asked last.</param>
    /// <returns>Null when nobody says.</returns>
    public static string? Choose(
        string? named, string? configured, string? table, Func<string, string?> variable, Func<string?> ofProfile) =>
        Array.Find(
            [
                named, configured, TableArn.TryReadRegion(table, out string? region) ? region : null,
                variable("AWS_REGION"), variable("AWS_DEFAULT_REGION"),
            ],
            text => text is { Length: > 0 })
        ?? ofProfile();
}
