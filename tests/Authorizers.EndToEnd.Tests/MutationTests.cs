using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Spoilt events and tokens: the binary answers each, and what it allows follows from an unspoilt token alone.</summary>
public sealed class MutationTests(PublishedBinaries binaries)
{
    private const int Count = 10_000;

    [Fact]
    public async Task A_spoilt_event_is_answered_and_allows_what_its_own_token_and_stage_allow_or_nothing()
    {
        var mutation = new Mutation(20261120);
        string[] originals = [.. Allowed()];
        await AssertLawAsync(Enumerable.Range(0, Count).Select(_ =>
        {
            string original = mutation.Choose(originals);
            return (original, mutation.Of(original));
        }));
    }

    [Fact]
    public async Task A_spoilt_token_is_worth_nothing()
    {
        var mutation = new Mutation(20261121);
        string[] originals = [.. Allowed()];
        await AssertLawAsync(Enumerable.Range(0, Count).Select(_ =>
        {
            string original = mutation.Choose(originals);
            JsonObject request = JsonNode.Parse(original)!.AsObject();
            request["authorizationToken"] = mutation.Of(request["authorizationToken"]!.GetValue<string>());
            return (original, request.ToJsonString());
        }));
    }

    /// <summary>The filed events whose token is good.</summary>
    private static IEnumerable<string> Allowed() =>
        from name in EventPairTests.Names
        where !File.Exists(Path.Combine(The.EventFolder, $"{name}.config.json"))
        where File.ReadAllText(Path.Combine(The.EventFolder, $"{name}.response.json")).Contains("\"Allow\"", StringComparison.Ordinal)
        select The.Event(name);

    private async Task AssertLawAsync(IEnumerable<(string Original, string Spoilt)> cases)
    {
        await using RunningFunction function = await RunningFunction.StartAsync(await binaries.TokenAsync(), The.Configuration);
        int allowed = 0;
        HashSet<string> secrets = new(StringComparer.Ordinal);
        foreach ((string original, string spoilt) in cases)
        {
            InvocationAnswer answer = await function.InvokeAsync(spoilt);
            allowed += AssertLaw(original, spoilt, answer) ? 1 : 0;
            secrets.UnionWith(TokenText.PartsOf(spoilt));
        }

        Assert.InRange(allowed, 1, Count - 1);
        string written = (await function.StopAsync()).ToString();
        Assert.DoesNotContain(secrets, secret => written.Contains(secret, StringComparison.Ordinal));
    }

    /// <summary>True when something is allowed to a principal.</summary>
    private static bool AssertLaw(string original, string spoilt, InvocationAnswer answer)
    {
        if (answer.Error is { } error)
        {
            Assert.Contains(error.Type, new[] { "Unauthorized", "InvalidEvent" });
            return false;
        }

        JsonElement response = JsonSerializer.Deserialize<JsonElement>(answer.Response.Span);
        string[] resources = [.. response.GetProperty("policyDocument").GetProperty("Statement").EnumerateArray()
            .Where(statement => statement.GetProperty("Effect").ValueEquals("Allow"))
            .SelectMany(statement => statement.GetProperty("Resource").EnumerateArray())
            .Select(resource => resource.GetString()!)];
        (string Token, string Stage) before = Essence(original);
        (string Token, string Stage) now = Essence(spoilt);
        Assert.All(resources, resource => Assert.StartsWith(now.Stage + "/", resource, StringComparison.Ordinal));
        if (response.GetProperty("principalId").ValueEquals("anonymous"))
        {
            Assert.All(resources, resource => Assert.EndsWith("/GET/health", resource, StringComparison.Ordinal));
            return false;
        }

        Assert.True(now.Token == before.Token, "Another token than the one that was signed was accepted.");
        Assert.Equal("alice", response.GetProperty("principalId").GetString());
        return resources.Length > 0;
    }

    /// <summary>The token without its scheme, and the ARN up to its stage.</summary>
    private static (string Token, string Stage) Essence(string json)
    {
        JsonElement request = JsonSerializer.Deserialize<JsonElement>(json);
        string token = request.TryGetProperty("authorizationToken", out JsonElement value) ? value.GetString() ?? "" : "";
        string arn = request.GetProperty("methodArn").GetString()!;
        return (token.Split(' ')[^1], string.Join('/', arn.Split('/')[..2]));
    }
}
