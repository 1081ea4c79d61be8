using Amazon.DynamoDBv2;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Records;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;

namespace Authorizers.Integration;

/// <summary>
/// Issues tickets by which a page opens one WebSocket connection. Call it from a route behind an authorizer, for the caller that it
/// vouched for: whoever has the ticket is that caller.
/// </summary>
/// <param name="client">For the table's region; PutItem is all it needs to be allowed.</param>
/// <param name="table">The name or ARN of the table that the WebSocket authorizer takes tickets from.</param>
/// <param name="clock">Null for the system's.</param>
public sealed class ConnectTickets(IAmazonDynamoDB client, string table, TimeProvider? clock = null)
{
    /// <summary>Whom an authorizer names that let in somebody it does not know.</summary>
    private const string Nobody = "anonymous";

    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    /// <summary>API Gateway ends a connection then, whatever goes on in it.</summary>
    private static readonly TimeSpan LongestConnection = TimeSpan.FromHours(2);

    private readonly TicketStore _store = new(client, table);

    /// <summary>Issues one ticket. Failures of the table are the SDK's exceptions.</summary>
    /// <param name="request">Who shall connect.</param>
    /// <param name="cancel">Ends the waiting; the ticket may have been written, and nobody has it.</param>
    /// <exception cref="ArgumentException">
    /// The authorizer would not read what is asked for, or the session is over: the message names the member, never its value.
    /// </exception>
    public async Task<IssuedTicket> IssueAsync(TicketRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ticket = ConnectTicket.Create();
        TicketRecord record = RecordOf(ticket, request, (clock ?? TimeProvider.System).GetUtcNow());
        await _store.AddAsync(record, cancel);
        return new IssuedTicket(ticket.Reveal(), record.Expires);
    }

    /// <summary>What is to be written of a ticket, as the authorizer will read it, in whole seconds.</summary>
    /// <exception cref="ArgumentException">The authorizer would not read it, or the session is over.</exception>
    internal static TicketRecord RecordOf(ConnectTicket ticket, TicketRequest request, DateTimeOffset now)
    {
        ThrowUnlessIssuable(request, now);
        DateTimeOffset ends = request.SessionExpires ?? now + LongestConnection;
        DateTimeOffset expires = now + request.Lifetime;
        var record = new TicketRecord
        {
            Id = ticket.Id,
            Principal = request.Principal,
            Origin = request.Origin,
            Address = request.Address,
            // A table takes no set that names a text twice, as the scopes of a token may.
            Scopes = [.. request.Scopes.Distinct(StringComparer.Ordinal)],
            Groups = [.. request.Groups.Distinct(StringComparer.Ordinal)],
            Context = request.Context,
            Expires = expires < ends ? expires : ends,
            SessionExpires = ends,
            Created = now,
        };
        try
        {
            return TicketRecordFields.Read(TicketRecordFields.Of(record));
        }
        catch (RecordException e)
        {
            throw new ArgumentException(e.Message, nameof(request), e);
        }
    }

    private static void ThrowUnlessIssuable(TicketRequest request, DateTimeOffset now)
    {
        string? problem = request.Principal == Nobody ? "principal is nobody: an authorizer must have vouched for the caller"
            : request.Lifetime < ShortestLife || request.Lifetime > LongestLife ? "lifetime must be 1 second to 5 minutes"
            : request.SessionExpires <= now ? "sessionExpires has passed"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(request));
        }
    }
}
