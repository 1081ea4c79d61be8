using System.Globalization;

namespace Authorizers.Core.Configuration;

/// <summary>Says at start where answers that API Gateway keeps undo a setting.</summary>
public static class KeptResults
{
    /// <summary>Warns of each issuer whose tokens may not grow as old as an answer is kept.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    public static void Examine(AuthorizerConfiguration configuration, Action<string> warn)
    {
        for (int i = 0; i < configuration.Issuers.Count; i++)
        {
            if (configuration.ResultTtl > configuration.Issuers[i].MaxTokenAge)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"$.issuers[{i}].maxTokenAge");
                warn($"{path}: is less than resultTtl; API Gateway keeps the answer to a token that has grown older meanwhile.");
            }
        }
    }
}
