using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>
/// API Gateway's part in a WebSocket API, on a free loopback port: it asks the authorizer about each handshake, hands messages to
/// the backend's handler, and lets backends at its connections.
/// </summary>
internal sealed class WebSocketGateway : IAsyncDisposable
{
    private readonly ConcurrentQueue<Handshake> _handshakes = new();
    private readonly ManagementApi _management = new();
    private readonly WebApplication _application;
    private readonly RunningFunction _authorizer;

    private WebSocketGateway(WebApplication application, RunningFunction authorizer) =>
        (_application, _authorizer) = (application, authorizer);

    /// <summary>Takes the event of a message and may have an answer for the client; an echo unless it is set.</summary>
    public Func<JsonObject, Task<string?>> Handler { get; set; } = message => Task.FromResult((string?)message["body"]);

    /// <summary>All that clients have asked for so far.</summary>
    public IReadOnlyCollection<Handshake> Handshakes => _handshakes;

    /// <summary>What clients connect to.</summary>
    public Uri Address => new UriBuilder(ManagementAddress) { Scheme = Uri.UriSchemeWs }.Uri;

    /// <summary>What backends ask, without <c>@connections</c> at its end.</summary>
    public Uri ManagementAddress => new(new Uri(
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        Handshake.Stage);

    public static async Task<WebSocketGateway> StartAsync(RunningFunction authorizer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        WebApplication application = builder.Build();
        var gateway = new WebSocketGateway(application, authorizer);
        application.UseWebSockets();
        application.MapGet($"/{Handshake.Stage}", gateway.ConnectAsync);
        gateway._management.Map(application);
        await application.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        _management.AbortAll();
        await _application.DisposeAsync();
    }

    private async Task ConnectAsync(HttpContext http)
    {
        Handshake handshake = Read(http);
        _handshakes.Enqueue(handshake);
        var decision = ConnectDecision.Of(await _authorizer.InvokeAsync(handshake.ToAuthorizerEvent().ToJsonString()));
        if (decision.Status != StatusCodes.Status101SwitchingProtocols)
        {
            http.Response.StatusCode = decision.Status;
            await http.Response.WriteAsync(decision.Body ?? "");
            return;
        }

        string? subprotocol = ConnectIntegration.Subprotocol(handshake.ToIntegrationEvent(decision.Authorizer));
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync(subprotocol);
        using var connection = new Connection(handshake, decision.Authorizer, socket);
        _management.Add(connection);
        await connection.ServeAsync(message => Handler(message));
        _management.Remove(connection);
    }

    private static Handshake Read(HttpContext http) => new()
    {
        Headers = All(http.Request.Headers),
        Query = All(http.Request.Query),
        Address = http.Connection.RemoteIpAddress!.ToString(),
        Domain = http.Request.Host.Value!,
        ConnectionId = $"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(11))}=",
        ConnectedAt = TimeProvider.System.GetUtcNow(),
    };

    private static KeyValuePair<string, string>[] All(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        [.. values.SelectMany(pair => pair.Value.Select(text => KeyValuePair.Create(pair.Key, text!)))];
}
