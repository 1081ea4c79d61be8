using Authorizers.Cli.Tables;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Handshakes;
using Authorizers.Integration;

namespace Authorizers.Cli.Tickets;

/// <summary>The request for a ticket, and all that is wrong with it: what issues tickets judges each value.</summary>
internal sealed class TicketDraft
{
    private readonly Draft<TicketRequest> _draft;
    private readonly DateTimeOffset _now;

    private TicketDraft(IssueArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now)
    {
        _now = now;
        _draft = new Draft<TicketRequest>(new TicketRequest { Principal = "-" }, IsIssuable);
        RightsArguments rights = arguments.Rights;
        _draft.Put(
            $"{RightsOptions.ProblemOfPrincipal} It cannot be anonymous.",
            ticket => ticket with { Principal = rights.Principal });
        PutOrigin(arguments.Origin, configuration?.WebSocket);
        _draft.Put("--address takes an IPv4 or IPv6 address.", ticket => ticket with { Address = arguments.Address });
        _draft.Put(RightsOptions.ProblemOfNames("--scopes"), ticket => ticket with { Scopes = rights.Scopes });
        _draft.Put(RightsOptions.ProblemOfNames("--groups"), ticket => ticket with { Groups = rights.Groups });
        PutContext(rights.Context, configuration);
        PutSession(arguments.Session);
        PutLifetime(arguments.Lifetime);
    }

    public TicketRequest Request => _draft.Value;

    /// <summary>Each names its option.</summary>
    public IReadOnlyList<string> Problems => _draft.Problems;

    public static TicketDraft Of(IssueArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now) =>
        new(arguments, configuration, now);

    private bool IsIssuable(TicketRequest request)
    {
        try
        {
            ConnectTickets.RecordOf(ConnectTicket.Create(), request, _now);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void PutOrigin(string? origin, WebSocketConfiguration? settings)
    {
        bool isGood = _draft.Put($"--origin {Origin.Requirement}.", ticket => ticket with { Origin = origin });
        if (isGood && !new AllowedOrigins(settings).Admit(origin, new HandshakeCredential(ConnectTicket.Create())))
        {
            _draft.Refuse(origin is null
                ? "--origin is missing: the configuration has requireOrigin, and its function would refuse the ticket."
                : "--origin is none of webSocket.origins in the configuration: its function would refuse the ticket.");
        }
    }

    private void PutContext(IReadOnlyList<KeyValuePair<string, object>>? context, AuthorizerConfiguration? configuration)
    {
        if (context is null)
        {
            _draft.Refuse(RightsOptions.ContextWithoutValue);
            return;
        }

        _draft.Put(RightsOptions.ProblemOfContext, ticket => ticket with { Context = context });
        if (configuration is not null && !ContextJson.Fits(Request.Context, configuration.MaxContextBytes))
        {
            _draft.Refuse("--context is larger than the configuration's maxContextBytes: its function would refuse the ticket.");
        }
    }

    private void PutSession(string? span)
    {
        DateTimeOffset ends = default;
        if (span is not null && !(SpanText.TryParse(span, out _) && MomentText.TryParse(span, _now, out ends)))
        {
            _draft.Refuse($"--session takes {SpanText.Example}.");
        }
        else if (span is not null)
        {
            _draft.Put("--session is over at once.", ticket => ticket with { SessionExpires = ends });
        }
    }

    private void PutLifetime(string? span)
    {
        const string Problem = "--lifetime takes 1s to 5m.";
        TimeSpan lifetime = default;
        if (span is not null && !SpanText.TryParse(span, out lifetime))
        {
            _draft.Refuse(Problem);
        }
        else if (span is not null)
        {
            _draft.Put(Problem, ticket => ticket with { Lifetime = lifetime });
        }
    }
}
