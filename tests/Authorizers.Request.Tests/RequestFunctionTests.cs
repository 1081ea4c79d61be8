using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.Request.Tests;

/// <summary>The doors for hosts that speak Amazon's types.</summary>
public sealed class RequestFunctionTests : IDisposable
{
    private readonly MemoryStream _records = new();

    public void Dispose() => _records.Dispose();

    [Fact]
    public async Task An_http_api_is_answered_by_a_policy()
    {
        APIGatewayCustomAuthorizerV2IamResponse response =
            await Door("http2-header").PolicyHandlerAsync(Event("http2-header"), new TestLambdaContext());

        Assert.Equal("alice", response.PrincipalID);
        Assert.Contains(response.PolicyDocument.Statement, statement => statement.Effect == "Allow");
        Assert.Equal("shop", response.Context["clientId"]);
    }

    [Theory]
    [InlineData("simple-allowed", true, "clientId", "shop")]
    [InlineData("simple-expired", false, "reason", "token_expired")]
    public async Task An_http_api_is_answered_by_yes_or_no(string pair, bool authorized, string key, string value)
    {
        APIGatewayCustomAuthorizerV2SimpleResponse response =
            await Door(pair).SimpleHandlerAsync(Event(pair), new TestLambdaContext());

        Assert.Equal(authorized, response.IsAuthorized);
        Assert.Equal(value, response.Context[key]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task An_event_that_says_nothing_is_no_request_event(string json)
    {
        using var function = new LocalFunction(The.Configuration);

        Answer answer = await function.InvokeTypedAsync(Encoding.UTF8.GetBytes(json));

        Assert.Equal("InvalidEvent", answer.Json().GetProperty("errorType").GetString());
    }

    private RequestFunction Door(string pair)
    {
        string own = Path.Combine(The.Events, "request", $"{pair}.config.json");
        string configuration = File.Exists(own) ? own : The.Configuration;
        return new RequestFunction(
            Composition.Build(new FunctionSurroundings(configuration, _ => null, new StoppedClock(), _records, Stream.Null)));
    }

    private static APIGatewayCustomAuthorizerV2Request Event(string pair)
    {
        using FileStream json = File.OpenRead(Path.Combine(The.Events, "request", $"{pair}.event.json"));
        return new SourceGeneratorLambdaJsonSerializer<AuthorizerV2Json>().Deserialize<APIGatewayCustomAuthorizerV2Request>(json);
    }
}
