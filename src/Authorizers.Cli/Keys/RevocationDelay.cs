using System.Globalization;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Keys;

/// <summary>For how long a revoked key may still open doors: two caches stand between a record and a call.</summary>
internal static class RevocationDelay
{
    private const string Flush =
        "A REST API's can be flushed once functions see it: aws apigateway flush-stage-authorizers-cache.";

    /// <param name="configuration">Null for the caching that a configuration has without asking.</param>
    public static string InWords(AuthorizerConfiguration? configuration)
    {
        TimeSpan cacheFor = (configuration?.ApiKey ?? new ApiKeyConfiguration()).CacheFor;
        TimeSpan resultTtl = configuration?.ResultTtl ?? AuthorizerConfiguration.DefaultResultTtl;
        string unknown = configuration is null ? ", where their configuration says nothing else" : "";
        string functions = string.Create(
            CultureInfo.InvariantCulture, $"Functions see it within {cacheFor.TotalSeconds} seconds (cacheFor){unknown}.");
        string gateway = string.Create(
            CultureInfo.InvariantCulture, $"API Gateway keeps answers for {resultTtl.TotalSeconds} seconds more (resultTtl).");
        return resultTtl == TimeSpan.Zero ? functions : $"{functions}\n{gateway}\n{Flush}";
    }
}
