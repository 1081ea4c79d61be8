namespace Authorizers.Integration;

/// <summary>Who shall connect by a ticket, from where and for how long. It prints its type's name.</summary>
public sealed record TicketRequest
{
    /// <summary>Who is asking, as the authorizer of the backend's own route said; 1 to 256 characters.</summary>
    public required string Principal { get; init; }

    /// <summary>
    /// The origin of the page that asks, from the header Origin of its request; null for a client that is no browser, and then no
    /// page can connect by the ticket.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>
    /// The address that must connect; null for any. Leave it null unless your clients keep theirs: a phone changes networks, and
    /// the two requests may go by IPv4 and IPv6.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>What the route <c>$connect</c> asks for by <c>scopes</c>; at most 100.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The same by <c>groups</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>
    /// For the handlers of the connection's messages: strings, booleans, longs and doubles, under names that a configuration's
    /// <c>context</c> may have.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object>> Context { get; init; } = [];

    /// <summary>
    /// When the connection shall end: the <c>exp</c> of the caller's token. Without it, two hours after the ticket was issued, when
    /// API Gateway ends every connection.
    /// </summary>
    public DateTimeOffset? SessionExpires { get; init; }

    /// <summary>How long the ticket may be used: 1 second to 5 minutes, less what is over the whole second, and not longer
    /// than the session.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(TicketRequest);
}
