using System.Globalization;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;

namespace Authorizers.Core.Configuration;

/// <summary>
/// What a function may be asked for: only what its events carry and, while API Gateway keeps its answers, only what the key of
/// the kept answer has. An answer that depends on anything else would be given to callers for whom it was never meant.
/// </summary>
/// <param name="kind">Of the function's events.</param>
/// <param name="configuration">Read without a problem as far as sources go.</param>
internal sealed class CachingRules(EventKind kind, AuthorizerConfiguration configuration)
{
    private const string Keeping = "while resultTtl is above 0, since API Gateway keeps the answer by them alone";

    private bool Keeps => configuration.ResultTtl > TimeSpan.Zero;

    /// <param name="conditions">What routes ask for.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Check(IReadOnlyList<ConditionUse> conditions, ProblemList problems)
    {
        if (kind == EventKind.None)
        {
            return;
        }

        CheckSources(problems);
        foreach (ConditionUse use in conditions)
        {
            string when = string.Create(CultureInfo.InvariantCulture, $"$.routes[{use.Rule}].when");
            string path = JsonPath.Member(when, use.Key.ToString());
            if (kind == EventKind.Token)
            {
                problems.Add(path, "asks for what a TOKEN event does not carry; a REQUEST authorizer can be asked for it");
            }
            else
            {
                CheckKey(path, use.Key, problems);
            }
        }

        if (configuration.Response != ResponseKind.Simple)
        {
            return;
        }

        if (kind == EventKind.Token)
        {
            problems.Add("$.response", "must be \"policy\": a TOKEN authorizer has no other answer");
        }
        else if (Keeps && !configuration.IdentitySources.Contains(RequestKey.Route))
        {
            problems.Add("$.identitySources", $"must have context.routeKey for simple responses {Keeping}");
        }
    }

    private void CheckSources(ProblemList problems)
    {
        if (kind == EventKind.Token)
        {
            CheckTokenSources("$.identitySources", configuration.IdentitySources, problems);
            CheckTokenSources("$.bearer.sources", configuration.BearerSources, problems);
        }

        (bool takesKey, bool takesToken, bool needsAll) = configuration.Credentials;
        IReadOnlyList<RequestKey> ofTokens = takesToken ? configuration.BearerSources : [];
        IReadOnlyList<RequestKey> ofKeys = takesKey && configuration.ApiKey is { } apiKey ? apiKey.Sources : [];
        CheckKeys("$.bearer.sources", ofTokens, problems);
        CheckKeys("$.apiKey.sources", ofKeys, problems);
        int places = ofTokens.Union(ofKeys).Count();
        if (takesKey && takesToken && needsAll && places == 1)
        {
            problems.Add("$.credentials.allOf", "needs two places: a key and a token cannot both stand in one");
        }
        else if (Keeps && takesKey && takesToken && !needsAll && places > 1)
        {
            problems.Add("$.credentials.anyOf", "needs resultTtl 0, unless both credentials stand in one header: while it keeps "
                + "answers, API Gateway refuses calls that lack one of the identitySources");
        }
    }

    private void CheckKeys(string path, IReadOnlyList<RequestKey> sources, ProblemList problems)
    {
        for (int i = 0; i < sources.Count; i++)
        {
            CheckKey(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), sources[i], problems);
        }
    }

    private static void CheckTokenSources(string path, IReadOnlyList<RequestKey> sources, ProblemList problems)
    {
        if (sources is not [{ Part: RequestPart.Header }])
        {
            problems.Add(path, "must be one header: a TOKEN event carries nothing else");
        }
    }

    private void CheckKey(string path, RequestKey key, ProblemList problems)
    {
        if (key.Part == RequestPart.Subprotocol)
        {
            problems.Add(path, "asks for what only a WebSocket API's event carries");
        }
        else if (Keeps && !configuration.IdentitySources.Any(source => source.Tells(SourceOf(key))))
        {
            problems.Add(path, $"needs {SourceOf(key)} among identitySources {Keeping}");
        }
    }

    /// <summary>How API Gateway names what tells the value; a cookie is told by the whole header alone.</summary>
    private static RequestKey SourceOf(RequestKey key) =>
        key.Part == RequestPart.Cookie ? RequestKey.CookieHeader : key.InContext ?? key;
}
