using System.CommandLine;
using System.Text;
using Authorizers.Cli.Explain;
using Authorizers.Cli.Invoke;
using Authorizers.Cli.Policies;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>What depends on how the authorizer is attached, whatever says so.</summary>
public sealed class CachedCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Terminal _terminal = new(new MemoryStream(), new MemoryStream());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_kept_for_no_time() =>
        Assert.Equal("resultTtl is 0: nothing is kept, and each call is answered anew.", Remark(
            await ExplainAsync(new Attachment { ResultTtl = TimeSpan.Zero })));

    [Fact]
    public async Task What_is_kept_is_told_for_how_long()
    {
        Explanation told = await ExplainAsync(new Attachment { ResultTtl = TimeSpan.FromSeconds(300) });

        Assert.True(told.Copy.IsKept);
        Assert.Equal("It is kept for 300 seconds.", Remark(told));
    }

    [Fact]
    public async Task Routes_that_are_kept_apart_answer_for_themselves()
    {
        Explanation told = await ExplainAsync(new Attachment { IdentitySources = [Key("context.routeKey")] }, "--api", "http");

        Assert.False(told.Copy.IsKept);
        Assert.StartsWith("context.routeKey is an identity source", Remark(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rest_api_keeps_no_routes_apart() =>
        Assert.True((await ExplainAsync(new Attachment { IdentitySources = [Key("context.routeKey")] })).Copy.IsKept);

    [Theory]
    [InlineData("true", "the copy grants what a fresh answer refuses")]
    [InlineData("false", "the copy refuses what a fresh answer grants")]
    public async Task A_simple_response_is_one_word_for_every_route(string word, string note)
    {
        GatewayArguments arguments = Arguments("--api", "http");
        Call call = await CallAsync();
        AuthorizerConfiguration configuration = ConfigurationFile.Load(call.Configuration.FullName, _ => null);
        using var function = new FunctionRuns(_terminal, call, new StoppedClock());
        var gateway = new GatewayView(
            arguments.Api!, null, crossAccount: false, KnownContext.Of([], EventFacts.Read(call.Event), new StoppedClock()));
        var simple = new FunctionAnswer(
            Encoding.UTF8.GetBytes($$"""{"isAuthorized":{{word}}}"""), null, (await function.RunAsync(call.Event)).Record);

        CachedCopy copy = await new CacheSimulation(function, gateway, new Attachment())
            .RunAsync(configuration.Routes, EventFacts.Read(call.Event).Method, call.Event, simple);

        Assert.StartsWith("A simple response is kept as one yes or no", Assert.Single(copy.Remarks), StringComparison.Ordinal);
        Assert.False(copy.IsAlike);
        Assert.Contains(note, copy.Routes.Select(route => route.Note));
    }

    [Fact]
    public async Task A_sample_is_no_call_of_a_sibling()
    {
        Explanation told = await ExplainAsync(
            new Attachment(), """{ "route": "GET /orders/sample" }, { "route": "GET /orders/{id}" }""");

        Assert.Equal(
            ["orders/sample", "orders/sample-2"], told.Copy.Routes.Select(route => route.Call!.Method.Path.ToString()).Order());
    }

    [Fact]
    public async Task A_route_that_gets_no_call_is_said_to_get_none()
    {
        string[] methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
        Explanation told = await ExplainAsync(
            new Attachment(), string.Join(',', methods.Append("ANY").Select(method => $$"""{ "route": "{{method}} /a" }""")));

        RouteComparison any = told.Copy.Routes.Single(route => route.Route == "ANY /a");
        Assert.Equal((null, "other routes take every call to it", true), (any.Call, any.Note, told.Copy.IsAlike));
    }

    [Fact]
    public async Task A_token_event_has_its_credential_in_one_header_whatever_the_sources_are()
    {
        Explanation told = await ExplainAsync(new Attachment { BearerSources = [Key("header.X-Token")] });

        Assert.Equal(Attachment.AttachedHeader, Assert.Single(told.Credentials).Source);
    }

    private static RequestKey Key(string text)
    {
        Assert.True(RequestKey.TryParse(text, out RequestKey? key));
        return key;
    }

    private static string Remark(Explanation told) => Assert.Single(told.Copy.Remarks);

    private static GatewayArguments Arguments(params string[] args)
    {
        var options = new GatewayOptions("rest");
        var command = new RootCommand();
        options.AddTo(command);
        return options.Read(command.Parse(args));
    }

    private Task<Explanation> ExplainAsync(Attachment attachment, params string[] args) =>
        ExplainAsync(attachment, """{ "route": "GET /health", "anyone": true }, { "route": "GET /orders/{id}" }""", args);

    private async Task<Explanation> ExplainAsync(Attachment attachment, string routes, string[]? args = null)
    {
        Explanation? told = await new Explainer(_terminal, new StoppedClock(), _ => attachment)
            .ExplainAsync(await CallAsync(routes), Arguments(args ?? []));
        return Assert.IsType<Explanation>(told);
    }

    private async Task<Call> CallAsync(
        string routes = """{ "route": "GET /orders/{id}" }, { "route": "DELETE /orders/{id}", "scopes": ["none"] }""")
    {
        string configuration = _folder.Write("authorizer.json", $$"""
            {
              "issuers": [{
                "issuer": "https://issuer.example/", "jwksFile": "{{The.KeySet.Replace('\\', '/')}}", "audiences": ["orders-api"]
              }],
              "routes": [{{routes}}]
            }
            """);
        return new Call(
            FunctionKind.All.Single(kind => kind.Name == "token"),
            await File.ReadAllBytesAsync(The.Allowed),
            new FileInfo(configuration));
    }
}
