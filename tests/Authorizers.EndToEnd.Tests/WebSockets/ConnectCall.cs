namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The event of a handshake, as the function gets it.</summary>
internal static class ConnectCall
{
    /// <summary>The page that the configuration lists and tickets are issued to.</summary>
    public const string Page = "https://app.example";

    /// <summary>Another that is listed.</summary>
    public const string OtherPage = "https://admin.example:8443";

    private static readonly Handshake Bare = new();

    public static string WithTicket(string ticket, string? origin = Page, string? address = null) => Json(Bare with
    {
        Headers = origin is null ? [] : [new("Origin", origin)],
        Query = [new("ticket", ticket)],
        Address = address ?? Bare.Address,
    });

    /// <summary>A page offers the token beside the application's subprotocol.</summary>
    public static string Offering(string token) => Json(Bare with
    {
        Headers = [new("Origin", Page), new("Sec-WebSocket-Protocol", $"orders.v1, bearer.{token}")],
    });

    /// <summary>Answered without a question to anybody.</summary>
    public static string WithNothing() => Json(Bare);

    private static string Json(Handshake handshake) => handshake.ToAuthorizerEvent().ToJsonString();
}
