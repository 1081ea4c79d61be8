using Authorizers.Cli.Tokens.Inspection;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Explain;

/// <summary>A WebSocket handshake, as far as it can be read before the function is asked.</summary>
internal sealed class Handshake
{
    private static readonly string[] OfCredentials =
        [Rejection.CredentialMissing.Code, Rejection.CredentialMalformed.Code, Rejection.CredentialRepeated.Code];

    private static readonly string[] OfTickets =
        [Rejection.TicketNotFound.Code, Rejection.TicketExpired.Code, Rejection.TicketOrigin.Code, Rejection.TicketAddress.Code];

    private readonly HandshakeCredential _credential;
    private readonly TableConfiguration? _table;

    private Handshake(AuthorizerConfiguration configuration, Attachment attachment, RequestValues values)
    {
        _credential = new HandshakeSources(attachment.TicketSources, attachment.BearerSources).Read(values);
        _table = configuration.Ticket?.Table;
        Origin = OriginCheck.Of(configuration.WebSocket, _credential, values);
    }

    public OriginCheck Origin { get; }

    /// <summary>Null when the event is none that the WebSocket authorizer looks at any further.</summary>
    public static Handshake? TryRead(AuthorizerConfiguration configuration, Attachment attachment, ReadOnlyMemory<byte> json) =>
        EventReading.TryRead(json) is { } request && ConnectAuthorizer.IsConnect(request)
            ? new Handshake(configuration, attachment, request.Values)
            : null;

    /// <summary>Says what asking the function does.</summary>
    public void WarnOfTicket(Terminal terminal)
    {
        if (_credential.Ticket is not null && Origin.IsAllowed && _table is { } table)
        {
            terminal.Say($"The ticket in the event is taken from the table {table.Name}, as the function does, and is used up.");
        }
    }

    /// <summary>
    /// Which check decided. Of a ticket there is the function's word alone, since it is used up, and where anyone may connect
    /// there is none.
    /// </summary>
    /// <param name="answer">The function's.</param>
    /// <param name="principal">Whom it names; null when it names nobody.</param>
    /// <param name="ofToken">Asked where a token decided.</param>
    public async Task<CheckVerdict?> NameCheckAsync(
        FunctionAnswer answer, string? principal, Func<Task<CheckVerdict?>> ofToken)
    {
        string? code = answer.Record.Code;
        string? failed = code == Rejection.OriginNotAllowed.Code ? CheckVerdict.Origin
            : OfTickets.Contains(code) ? CheckVerdict.Ticket
            : OfCredentials.Contains(code) ? CheckList.Credential
            : null;
        return failed is not null ? new CheckVerdict(failed, code, null)
            : principal != Principal.Anonymous.Id ? await ofToken()
            : _credential.Rejection is { } rejection ? new CheckVerdict(CheckList.Credential, rejection.Code, rejection.Claim)
            : _credential.Ticket is not null ? new CheckVerdict(CheckVerdict.Ticket, null, null)
            : await ofToken();
    }
}
