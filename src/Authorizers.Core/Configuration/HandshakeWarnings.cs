using Authorizers.Core.Events;

namespace Authorizers.Core.Configuration;

/// <summary>Says at start what is allowed of WebSocket handshakes and unwise.</summary>
public static class HandshakeWarnings
{
    /// <summary>Warns of tokens in addresses, of pages that nobody checks, and of tickets in a file.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    public static void Examine(AuthorizerConfiguration configuration, Action<string> warn)
    {
        IReadOnlyList<RequestKey> sources = configuration.Credentials.Bearer ? configuration.BearerSources : [];
        if (sources.FirstOrDefault(source => source.Part == RequestPart.Query) is { } query)
        {
            warn($"$.bearer.sources: {query} puts tokens into addresses, which histories and access logs keep (RFC 9700 "
                + "section 4.3.2). Give pages tickets.");
        }

        bool isForPages = configuration.WebSocket?.RequireOrigin == true || sources.Any(source => source.Part != RequestPart.Header);
        if (isForPages && configuration.WebSocket?.Origins is null)
        {
            warn("$.webSocket.origins: is missing: any page may connect that has a token.");
        }

        if (configuration is { Credentials.Ticket: true, Ticket.Records: not null })
        {
            warn("$.ticket.ticketsFile: each process takes each ticket once; that is for work on one machine alone.");
        }
    }
}
