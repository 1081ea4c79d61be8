using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;

namespace Authorizers.Core.Verification.Handshakes;

/// <summary>
/// Chooses the subprotocol that the integration must name in its answer, or a browser gives the connection up (RFC 6455 section
/// 4.1): the first that the client offers which is the application's, never one that carries a credential.
/// </summary>
internal sealed class ApplicationSubprotocol
{
    /// <summary>In letters, of a name that is chosen.</summary>
    public const int Longest = 64;

    /// <summary>Also where the function does not look for them: what is chosen is written into logs.</summary>
    private static readonly RequestKey[] Usual = [RequestKey.BearerSubprotocol, RequestKey.TicketSubprotocol];

    private readonly IReadOnlyList<string> _known;
    private readonly RequestKey[] _carriers;

    public ApplicationSubprotocol(AuthorizerConfiguration configuration)
    {
        _known = configuration.WebSocket?.Subprotocols ?? [];
        IEnumerable<RequestKey> sources = configuration.BearerSources.Concat(configuration.Ticket?.Sources ?? []);
        _carriers = [.. Usual, .. sources.Where(source => source.Part == RequestPart.Subprotocol)];
    }

    /// <summary>Null when the client offers none.</summary>
    public string? Choose(RequestValues values)
    {
        foreach (ReadOnlyMemory<byte> offered in values.Offered)
        {
            if (IsName(offered.Span) && Encoding.ASCII.GetString(offered.Span) is var name
                && (_known.Count == 0 || _known.Contains(name, StringComparer.Ordinal)))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>True for what begins or looks as a credential does.</summary>
    public bool IsCarrier(ReadOnlySpan<byte> offered)
    {
        foreach (RequestKey carrier in _carriers)
        {
            if (SubprotocolText.IsUnder(offered, carrier))
            {
                return true;
            }
        }

        return IsCredential(offered);
    }

    private bool IsName(ReadOnlySpan<byte> offered) =>
        offered.Length <= Longest && HttpToken.IsOne(offered) && !IsCarrier(offered);

    /// <summary>What looks like a ticket, a JWT or an API key is no name, whatever it was offered for.</summary>
    private static bool IsCredential(ReadOnlySpan<byte> offered) =>
        offered.IndexOf(ConnectTicket.PrefixUtf8) >= 0 || offered.StartsWith("eyJ"u8) || ApiKey.Resembles(Encoding.ASCII.GetString(offered));
}
