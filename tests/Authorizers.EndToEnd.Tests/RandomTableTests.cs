using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Tests.Shared.Routing;
using Authorizers.Token.Tests.Policies;

namespace Authorizers.EndToEnd.Tests;

/// <summary>
/// The binary's policies for random tables, held against a router and an evaluator that share nothing with it.
/// </summary>
public sealed class RandomTableTests(PublishedBinaries binaries) : IDisposable
{
    private const string StageArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";
    private const int Tables = 190;
    private const int CallsPerTable = 60;

    /// <summary>Of the tables, the others being refused at start.</summary>
    private const int MinExpressible = 150;

    private readonly DevelopmentKey _key = new();
    private readonly ConcurrentBag<string> _faults = [];
    private int _expressible;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_policy_of_the_binary_allows_what_is_granted_and_nothing_else()
    {
        Publication function = await binaries.TokenAsync();
        string caller = _key.TokenFor("alice");

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Tables),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (seed, _) => await TryAsync(function, caller, seed));

        Assert.True(_faults.IsEmpty, $"{_faults.Count}\n{string.Join("\n\n", _faults.OrderBy(fault => fault.Length).Take(3))}");
        Assert.InRange(_expressible, MinExpressible, Tables);
    }

    private async Task TryAsync(Publication publication, string caller, int seed)
    {
        var chance = new Random(seed);
        OracleTable table = RandomTables.Next(chance);
        using var configuration = new TemporaryFile(Configuration(table).ToJsonString());
        await using RunningFunction function = await RunningFunction.StartAsync(publication, configuration.Path);
        InvocationAnswer answer = await function.InvokeAsync(Event(caller, "GET/"));
        if (answer.Error is { } error)
        {
            Assert.Equal(("ConfigurationInvalid", true), (error.Type, error.Message.Contains("$.routes", StringComparison.Ordinal)));
            return;
        }

        Interlocked.Increment(ref _expressible);
        InvocationAnswer another = await function.InvokeAsync(Event(caller, $"{RandomCalls.Plain(table, chance)}"));
        if (!answer.Response.Span.SequenceEqual(another.Response.Span))
        {
            _faults.Add($"{seed}:\n{table}\nThe policy is another for another call.");
        }

        HoldAgainst(table, IssuedPolicy.Read(JsonElement.Parse(answer.Response.Span)), chance, seed);
    }

    private void HoldAgainst(OracleTable table, IssuedPolicy policy, Random chance, int seed)
    {
        for (int count = 0; count < CallsPerTable; count++)
        {
            Call call = RandomCalls.Next(table, chance);
            CallVerdict expected = table.Expect(call.Method, call.Path);
            Token.Tests.Policies.Verdict verdict = policy.Evaluate($"{StageArn}/{call}");
            bool isRight = expected switch
            {
                CallVerdict.Allow => verdict == Token.Tests.Policies.Verdict.Allow,
                CallVerdict.Refuse => verdict == Token.Tests.Policies.Verdict.ExplicitDeny,
                _ => true,
            };
            if (!isRight)
            {
                _faults.Add($"{seed}:\n{table}\n{call} is to be {expected} and is {verdict}");
            }
        }
    }

    /// <summary>
    /// What is granted is granted to all who are verified; what is refused takes a scope that the caller lacks.
    /// </summary>
    private static JsonObject Configuration(OracleTable table) => new()
    {
        ["issuers"] = new JsonArray(new JsonObject
        {
            ["issuer"] = "https://issuer.example/",
            ["jwksFile"] = Repository.PathOf("events/keys/development.jwks.json"),
            ["audiences"] = new JsonArray("orders-api"),
        }),
        ["routes"] = new JsonArray([.. table.Routes.Select(Rule)]),
    };

    private static JsonObject Rule(OracleRoute route)
    {
        var rule = new JsonObject { ["route"] = route.Text };
        if (!route.Granted)
        {
            rule["scopes"] = new JsonArray("refused");
        }

        return rule;
    }

    private static string Event(string token, string call) => JsonSerializer.Serialize(new
    {
        type = "TOKEN",
        authorizationToken = $"Bearer {token}",
        methodArn = $"{StageArn}/{call}",
    });
}
