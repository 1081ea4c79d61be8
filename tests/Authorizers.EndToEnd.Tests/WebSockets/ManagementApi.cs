using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>What backends do to the connections of an API, by id: <c>@connections</c>.</summary>
internal sealed class ManagementApi
{
    private readonly ConcurrentDictionary<string, Connection> _open = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Pattern = $"/{Handshake.Stage}/@connections/{{id}}";
        routes.MapPost(Pattern, SendAsync);
        routes.MapGet(Pattern, TellAsync);
        routes.MapDelete(Pattern, CloseAsync);
    }

    public void Add(Connection connection) => _open[connection.Handshake.ConnectionId] = connection;

    public void Remove(Connection connection) => _open.TryRemove(connection.Handshake.ConnectionId, out _);

    public void AbortAll()
    {
        foreach (Connection connection in _open.Values)
        {
            connection.Abort();
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        if (TryFind(http, out Connection? connection))
        {
            using var body = new StreamReader(http.Request.Body);
            await connection.SendAsync(await body.ReadToEndAsync());
        }
    }

    private async Task TellAsync(HttpContext http)
    {
        if (TryFind(http, out Connection? connection))
        {
            await http.Response.WriteAsync(new JsonObject
            {
                ["connectedAt"] = connection.Handshake.ConnectedAt.ToString("O", CultureInfo.InvariantCulture),
                ["identity"] = new JsonObject { ["sourceIp"] = connection.Handshake.Address },
            }.ToJsonString());
        }
    }

    private async Task CloseAsync(HttpContext http)
    {
        if (TryFind(http, out Connection? connection))
        {
            Remove(connection);
            await connection.CloseAsync();
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    /// <summary>One that is gone is answered here.</summary>
    private bool TryFind(HttpContext http, [NotNullWhen(true)] out Connection? connection)
    {
        bool found = _open.TryGetValue((string)http.Request.RouteValues["id"]!, out connection);
        if (!found)
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            http.Response.Headers["x-amzn-ErrorType"] = "GoneException";
        }

        return found;
    }
}
