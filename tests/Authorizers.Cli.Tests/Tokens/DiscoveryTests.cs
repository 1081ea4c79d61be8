using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.Cli.Tests.Tokens;

/// <summary>Keys that must be looked up and fetched before anything can be said.</summary>
public sealed class DiscoveryTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();
    private WebApplication _server = null!;
    private string _configuration = "";
    private int _asked;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.MapGet("/metadata", context => AnswerAsync(
            context, $$"""{ "issuer": "{{TestIssuer.Name}}", "jwks_uri": "{{_server.Urls.Single()}}/keys" }"""));
        _server.MapGet("/keys", context => AnswerAsync(context, _issuer.KeySet));
        await _server.StartAsync();
        _configuration = _folder.Write("authorizer.json", $$"""
            {
              "issuers": [{
                "issuer": "{{TestIssuer.Name}}", "discovery": "{{_server.Urls.Single()}}/metadata", "allowHttp": true,
                "audiences": ["orders-api"]
              }],
              "routes": [{ "route": "GET /orders" }]
            }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _issuer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Verify_fetches_what_it_needs_once_for_all_lines()
    {
        CommandRun run = await CommandRun.WithInputAsync(
            $"no.token\n{_issuer.Token()}\n{_issuer.Token()}\n", "token", "verify", "--config", _configuration);

        Assert.Equal(
            ["False", "True", "True"],
            run.Data[..^1].Split('\n').Select(line => $"{JsonElement.Parse(line).GetProperty("valid")}"));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Inspect_fetches_what_it_needs()
    {
        CommandRun run = await CommandRun.WithInputAsync(_issuer.Token(), "token", "inspect", "--config", _configuration);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.Contains("\nValid\n  principal  alice\n", run.Data);
    }

    [Fact]
    public async Task Nothing_is_fetched_for_what_is_refused_before_its_key_matters()
    {
        await CommandRun.WithInputAsync("no.token\n\na.b.c\n", "token", "verify", "--config", _configuration);

        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_key_that_was_replaced_under_its_own_name_is_fetched_and_tried()
    {
        using var former = new TestIssuer();
        _folder.Write("former.json", former.KeySet);
        string configuration = _folder.Write("seeded.json", $$"""
            {
              "issuers": [{
                "issuer": "{{TestIssuer.Name}}", "jwksFile": "former.json", "jwksUri": "{{_server.Urls.Single()}}/keys",
                "allowHttp": true, "audiences": ["orders-api"]
              }],
              "routes": [{ "route": "GET /orders" }]
            }
            """);

        foreach (string verb in (string[])["verify", "inspect"])
        {
            CommandRun run = await CommandRun.WithInputAsync(_issuer.Token(), "token", verb, "--config", configuration);
            Assert.Equal((verb, ExitCode.Done), (verb, run.ExitCode));
        }
    }

    private Task AnswerAsync(HttpContext context, string json)
    {
        Interlocked.Increment(ref _asked);
        return context.Response.WriteAsync(json);
    }
}
