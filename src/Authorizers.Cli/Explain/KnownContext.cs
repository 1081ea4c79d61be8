using System.Globalization;
using Authorizers.Cli.Policies;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>The condition keys of a call: what the command line gives, then what the clock and the event tell.</summary>
internal static class KnownContext
{
    public static ConditionContext Of(IReadOnlyList<KeyValuePair<string, string?>> given, EventFacts facts, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();
        KeyValuePair<string, string?>[] told =
        [
            new("aws:CurrentTime", now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            new("aws:EpochTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. facts.SourceIp is { } address && ContextKey.IsFit(ContextKey.SourceIp, address)
                ? [new KeyValuePair<string, string?>(ContextKey.SourceIp, address)]
                : Array.Empty<KeyValuePair<string, string?>>(),
        ];
        return new ConditionContext(given.Concat(told).DistinctBy(value => value.Key, StringComparer.OrdinalIgnoreCase));
    }
}
