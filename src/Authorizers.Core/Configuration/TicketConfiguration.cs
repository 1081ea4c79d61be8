using Authorizers.Core.Events;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Configuration;

/// <summary>Where connect tickets stand in a handshake, and where their records are.</summary>
public sealed class TicketConfiguration
{
    internal static readonly IReadOnlyList<RequestKey> DefaultSources = [RequestKey.TicketParameter];

    /// <summary>Where a ticket may stand.</summary>
    public IReadOnlyList<RequestKey> Sources { get; init; } = DefaultSources;

    /// <summary>The DynamoDB table of tickets; null when they are in a file.</summary>
    public TableConfiguration? Table { get; init; }

    /// <summary>The tickets of a file, for work on one machine; or null.</summary>
    public TicketFile? Records { get; init; }
}
