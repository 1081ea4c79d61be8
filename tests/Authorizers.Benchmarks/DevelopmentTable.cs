using System.Net;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.Benchmarks;

/// <summary>
/// What a table of some API keys answers to GetItem, on loopback: the item, or nothing for any other id. To DeleteItem it answers
/// as one where a good ticket is there again each time.
/// </summary>
internal sealed class DevelopmentTable : IDisposable
{
    private readonly WebApplication _application;
    private const int Keys = 32;

    private readonly ApiKey[] _keys = [.. Enumerable.Range(0, Keys).Select(_ => ApiKey.Create(ApiKey.DefaultPrefix))];
    private readonly ConnectTicket _ticket = ConnectTicket.Create();
    private readonly Dictionary<string, byte[]> _items;

    private DevelopmentTable(WebApplication application)
    {
        _application = application;
        _items = _keys.ToDictionary(key => key.Id, Item, StringComparer.Ordinal);
        _items[_ticket.Id] = Item(_ticket);
    }

    public string Address =>
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static DevelopmentTable Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        var table = new DevelopmentTable(application);
        application.Run(table.AnswerAsync);
        application.StartAsync().GetAwaiter().GetResult();
        return table;
    }

    /// <summary>A TOKEN event with one of the keys.</summary>
    public byte[] CreateEvent() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "TOKEN",
        authorizationToken = _keys[0].Reveal(),
        methodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
    });

    /// <summary>A handshake with a ticket.</summary>
    public byte[] CreateConnectEvent() => ConnectEvent.Create("ticket", _ticket.Reveal());

    /// <summary>Keys with the ids of the table's, and other secrets.</summary>
    public ApiKey[] Impostors() => Array.ConvertAll(_keys, Impostor);

    public void Dispose() => _application.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static ApiKey Impostor(ApiKey key)
    {
        string body = $"gla_{key.Id}_{ApiKey.Create("gla").Reveal()[17..47]}";
        byte[] text = [.. Encoding.ASCII.GetBytes(body), .. new byte[ApiKeyChecksum.Length]];
        ApiKeyChecksum.Write(text.AsSpan(0, body.Length), text.AsSpan(body.Length));
        return ApiKey.TryRead(text, "gla", out ApiKey? impostor, out _) ? impostor : throw new FormatException(body);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using JsonDocument request = await JsonDocument.ParseAsync(http.Request.Body);
        string id = request.RootElement.GetProperty("Key").GetProperty("id").GetProperty("S").GetString()!;
        http.Response.ContentType = "application/x-amz-json-1.0";
        bool isRefused = !_items.TryGetValue(id, out byte[]? answer)
            && http.Request.Headers["X-Amz-Target"].ToString().EndsWith("DeleteItem", StringComparison.Ordinal);
        http.Response.StatusCode = isRefused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        await http.Response.Body.WriteAsync(answer ?? (isRefused ? Refusal : "{}"u8.ToArray()));
    }

    private static byte[] Refusal => JsonSerializer.SerializeToUtf8Bytes(new
    {
        __type = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        message = "The conditional request failed",
    });

    private static byte[] Item(ConnectTicket ticket) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Attributes = new
        {
            id = new { S = ticket.Id },
            version = new { N = "1" },
            principal = new { S = "alice" },
            origin = new { S = "https://app.example" },
            scopes = new { SS = new[] { "orders:read" } },
            exp = new { N = "4102444800" },
            sessionExp = new { N = "4102444800" },
            created = new { N = "1000000000" },
        },
    });

    private static byte[] Item(ApiKey key) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Item = new
        {
            id = new { S = key.Id },
            version = new { N = "1" },
            digest = new { B = Convert.ToBase64String(ApiKeyDigests.Plain.Of(key, null)) },
            principal = new { S = "shop" },
            scopes = new { SS = new[] { "orders:read" } },
            usageIdentifierKey = new { S = "standard-shop-0123456789" },
            status = new { S = "active" },
            created = new { N = "1000000000" },
            revision = new { N = "1" },
        },
    });
}
