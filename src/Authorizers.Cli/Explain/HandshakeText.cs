using System.Globalization;
using Authorizers.Cli.Tokens.Inspection;

namespace Authorizers.Cli.Explain;

/// <summary>The rows of an explanation that handshakes alone have.</summary>
internal static class HandshakeText
{
    /// <summary>Which page connects, and whether it may; nothing for what is no handshake.</summary>
    public static string[][] Origin(OriginCheck? origin) => origin is null ? [] :
    [
        .. origin.Page is { } page ? [["page", page.Length > 0 ? page : "an empty text"]] : Array.Empty<string[]>(),
        ["allowed", $"{(origin.IsAllowed ? "yes" : "no")}: {origin.Reason}"],
    ];

    /// <summary>What the backend is told; nothing where no connection is granted.</summary>
    public static string[][] Session(Session? session) => session is null ? [] :
    [
        [
            "exp",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{session.Ends.ToUnixTimeSeconds()}: the connection should end at {TimeInWords.Absolute(session.Ends)}"),
        ],
        ["connectionId", session.ConnectionId ?? "none"],
        ["subprotocol", session.Subprotocol is { } name ? $"{name}: the answer of $connect must name it" : "none"],
    ];
}
