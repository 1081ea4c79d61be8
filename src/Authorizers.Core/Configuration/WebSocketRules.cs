using System.Globalization;
using System.Text;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification.Handshakes;

namespace Authorizers.Core.Configuration;

/// <summary>What may be asked of the WebSocket authorizer, which answers handshakes and nothing else.</summary>
/// <param name="configuration">Read without a problem as far as sources go.</param>
/// <param name="members">Of the file: what it does not say is not held against it.</param>
internal sealed class WebSocketRules(AuthorizerConfiguration configuration, ConfigurationMembers members)
{
    private const string Connect = ConnectAuthorizer.Route;

    private readonly IReadOnlyList<RequestKey> _ofTokens =
        configuration.Credentials.Bearer ? configuration.BearerSources : [];

    private readonly IReadOnlyList<RequestKey> _ofTickets =
        configuration.Credentials.Ticket && configuration.Ticket is { } ticket ? ticket.Sources : [];

    public void Check(ProblemList problems)
    {
        CheckAnswers(problems);
        CheckRoutes(problems);
        CheckPlaces(problems);
        CheckSubprotocols(problems);
    }

    private void CheckAnswers(ProblemList problems)
    {
        if (configuration.Response == ResponseKind.Simple)
        {
            problems.Add("$.response", "must be \"policy\": a WebSocket API takes no other answer");
        }

        if (configuration.ResultTtl > TimeSpan.Zero)
        {
            problems.Add("$.resultTtl", "must be 0 or left out: a WebSocket API keeps no answers");
        }

        if (configuration.MaxResponseBytes > AnswerReader.MostContextBytes)
        {
            problems.Add("$.maxResponseBytes", "must be at most 8192: a WebSocket API takes no larger answer");
        }
    }

    private void CheckRoutes(ProblemList problems)
    {
        IReadOnlyList<RouteRule> rules = configuration.Routes.Rules;
        bool hasConnect = false;
        for (int i = 0; i < rules.Count; i++)
        {
            bool isConnect = rules[i].Route.ToString() == Connect;
            hasConnect |= isConnect;
            if (!isConnect)
            {
                problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"$.routes[{i}].route"),
                    $"is never asked about: a WebSocket API asks its authorizer for {Connect} alone; what may be sent later, its "
                    + "backend must decide");
            }
        }

        if (!hasConnect)
        {
            problems.Add("$.routes", $"must name {Connect}: nobody could connect");
        }
    }

    private void CheckPlaces(ProblemList problems)
    {
        for (int i = 0; i < _ofTokens.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"$.bearer.sources[{i}]");
            if (_ofTokens[i].Part == RequestPart.Cookie && configuration.WebSocket?.Origins is null)
            {
                problems.Add(path, "needs webSocket.origins: a browser sends cookies along whichever page connects");
            }

            if (_ofTickets.Contains(_ofTokens[i]))
            {
                problems.Add(path, "is a place of tickets too: what stands there must be one or the other");
            }
        }

        CheckKinds("$.bearer.sources", _ofTokens, problems);
        CheckKinds("$.ticket.sources", _ofTickets, problems);
        RequestKey[] places = [.. _ofTokens.Concat(_ofTickets).Select(Told)];
        if (places.Distinct().Count() > 1 && members.TryGet("identitySources", out ConfigurationNode? sources)
            && configuration.IdentitySources.FirstOrDefault(places.Contains) is { } required)
        {
            sources.Problem($"has {required}, without which API Gateway refuses a handshake unasked, and a credential may stand "
                + "elsewhere; name it only where it is the one place");
        }
    }

    /// <summary>Whole, these headers would pass for what no browser sends by itself.</summary>
    private static void CheckKinds(string path, IReadOnlyList<RequestKey> sources, ProblemList problems)
    {
        for (int i = 0; i < sources.Count; i++)
        {
            RequestKey source = sources[i];
            string? problem =
                source.Equals(RequestKey.CookieHeader)
                    ? "is all cookies at once, which a browser sends for every page; name one, cookie.NAME"
                : source.Equals(RequestKey.SubprotocolHeader) ? "is all subprotocols at once; name one, subprotocol.NAME"
                : source.Equals(RequestKey.Origin) ? "says which page connects, and holds no credential"
                : source.Part == RequestPart.Subprotocol && !HttpToken.IsOne(source.Name)
                    ? "can never be offered: a subprotocol has letters, digits and !#$%&'*+-.^_`|~ alone"
                : null;
            if (problem is not null)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), problem);
            }
        }
    }

    private void CheckSubprotocols(ProblemList problems)
    {
        var choice = new ApplicationSubprotocol(configuration);
        IReadOnlyList<string> names = configuration.WebSocket?.Subprotocols ?? [];
        for (int i = 0; i < names.Count; i++)
        {
            if (choice.IsCarrier(Encoding.UTF8.GetBytes(names[i])))
            {
                problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"$.webSocket.subprotocols[{i}]"),
                    "begins as a credential does, so that it is never chosen");
            }
        }
    }

    /// <summary>How API Gateway names the place.</summary>
    private static RequestKey Told(RequestKey place) => place.Part switch
    {
        RequestPart.Cookie => RequestKey.CookieHeader,
        RequestPart.Subprotocol => RequestKey.SubprotocolHeader,
        _ => place,
    };
}
