namespace Authorizers.Core.Verification.Tickets;

/// <summary>What is stored of a connect ticket: who may connect with it, from where and until when.</summary>
/// <remarks>It prints its type's name.</remarks>
public sealed record TicketRecord
{
    /// <summary>Of the layout of a record.</summary>
    public const int LayoutVersion = 1;

    /// <summary>The digest of the ticket, 43 letters in base64url; the table's partition key.</summary>
    public required string Id { get; init; }

    /// <summary>Becomes <c>principalId</c>.</summary>
    public required string Principal { get; init; }

    /// <summary>The origin of the page that may use it; null for a client that sends none, and for it alone.</summary>
    public string? Origin { get; init; }

    /// <summary>The address that it may be used from; null for any.</summary>
    public string? Address { get; init; }

    /// <summary>What the route asks for by <c>scopes</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What the route asks for by <c>groups</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>For the backend: strings, booleans, longs and doubles.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Context { get; init; } = [];

    /// <summary>The first moment at which the ticket is no longer good. Also the table's TTL.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When the connection should end: the end of the credential that the ticket was issued for.</summary>
    public required DateTimeOffset SessionExpires { get; init; }

    /// <summary>When the ticket was issued.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(TicketRecord);
}
