using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.Cli.Tests.Tokens;

/// <summary>Tokens that only their issuer can read, and an issuer that vouches for one of them.</summary>
public sealed class OpaqueTokenTests : IAsyncLifetime
{
    private const string Good = "opaque.to+us/all.~good";

    private readonly TemporaryFolder _folder = new();
    private WebApplication _server = null!;
    private string _configuration = "";

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.MapPost("/introspect", AnswerAsync);
        await _server.StartAsync();
        _configuration = _folder.Write("authorizer.json", $$"""
            {
              "issuers": [{
                "issuer": "{{TestIssuer.Name}}", "audiences": ["orders-api"], "allowHttp": true,
                "introspection": {
                  "endpoint": "{{_server.Urls.Single()}}/introspect", "clientId": "orders", "clientSecret": "secret"
                }
              }],
              "routes": [{ "route": "GET /orders" }]
            }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Verify_asks_the_issuer_and_has_no_claims_to_show() => Assert.Equal(
        new CommandRun(
            ExitCode.Failed,
            """
            {"valid":true,"principal":"alice","claims":null}
            {"valid":false,"code":"token_inactive","claim":null}
            {"valid":false,"code":"token_malformed","claim":null}

            """,
            ""),
        await CommandRun.WithInputAsync(
            $"{Good}\nbad\neyJhbGciOiJFUzI1NiJ9..x\n", "token", "verify", "--config", _configuration));

    [Theory]
    [InlineData(Good, ExitCode.Done, "passed", null)]
    [InlineData("bad", ExitCode.Failed, "failed", "token_inactive")]
    [InlineData("down", ExitCode.Failed, "failed", "introspection_unreachable")]
    public async Task Inspect_asks_the_issuer_and_shows_what_comes_of_it(string token, int exitCode, string outcome, string? code)
    {
        CommandRun run = await CommandRun.WithInputAsync(token, "token", "inspect", "--config", _configuration, "--json");

        JsonElement inspection = JsonElement.Parse(run.Data);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(
            [("credential", "passed", null), ("introspection", outcome, code)],
            inspection.GetProperty("checks").EnumerateArray().Select(check => (
                check.GetProperty("check").GetString(),
                check.GetProperty("outcome").GetString(),
                check.GetProperty("code").GetString())));
        Assert.Equal(code is null ? "alice" : null, inspection.GetProperty("principal").GetString());
        Assert.Equal(JsonValueKind.Null, inspection.GetProperty("claims").ValueKind);
    }

    [Fact]
    public async Task In_words_an_opaque_token_is_called_so_and_not_taken_apart()
    {
        CommandRun run = await CommandRun.WithInputAsync(Good, "token", "inspect", "--config", _configuration);

        Assert.StartsWith("Opaque: only its issuer can read it.\n\nChecks\n", run.Data, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        string? token = (await context.Request.ReadFormAsync())["token"];
        context.Response.StatusCode = token == "down" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        await context.Response.WriteAsync(token == Good
            ? """{"active":true,"sub":"alice","aud":"orders-api","exp":4102444800}"""
            : """{"active":false}""");
    }
}
