using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Tests.Configuration;
using Authorizers.Core.Tests.Verification.Tickets;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Handshakes;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>The WebSocket authorizer as a configuration makes it, with tickets in memory, under a stopped clock.</summary>
internal sealed class HandshakeTrial : IDisposable
{
    public const string Page = "https://app.example";

    private readonly ConfigurationFolder _folder = new();

    /// <param name="members">Added to the usual configuration, or put in the place of its members; null takes one away.</param>
    public HandshakeTrial(params string[] members)
    {
        _folder.Write("keys.json", Some.KeySetText(The.P256.Jwk()));
        _folder.Write(ConfigurationFile.DefaultName, Changed(members));
        Configuration = ConfigurationFile.Load(_folder.Path, _ => null, EventKind.WebSocket);
        TicketVerifier? tickets = Configuration.Credentials.Ticket ? new TicketVerifier(Configuration, Tickets, Clock) : null;
        Verifier = new HandshakeVerifier(
            Configuration, TokenVerifier.Create(Configuration, Clock, Assert.Fail), tickets, Clock);
        Authorizer = new ConnectAuthorizer(Verifier, Configuration, Clock);
    }

    public AuthorizerConfiguration Configuration { get; }

    public StoppedClock Clock { get; } = new();

    public FakeTickets Tickets { get; } = new();

    public HandshakeVerifier Verifier { get; }

    public ConnectAuthorizer Authorizer { get; }

    public static AuthorizerRequest Connect(params (string Key, string Value)[] values) => new()
    {
        Method = Some.Arn($"{The.StageArn}/$connect"),
        Format = EventFormat.WebSocket,
        Values = Some.Values(values),
    };

    public Task<Decision> DecideAsync(params (string Key, string Value)[] values) => DecideAsync(Connect(values));

    public async Task<Decision> DecideAsync(AuthorizerRequest request)
    {
        using Deadline deadline = Some.Deadline(Clock);
        return await Authorizer.DecideAsync(request, deadline);
    }

    /// <summary>The principal's id; or the status and the code of the refusal.</summary>
    public async Task<string> VerdictAsync(params (string Key, string Value)[] values) => await VerdictAsync(Connect(values));

    public async Task<string> VerdictAsync(AuthorizerRequest request)
    {
        try
        {
            return await DecideAsync(request) switch
            {
                Decision.Allowed { Reason: null } allowed => allowed.Principal.Id,
                Decision.Allowed { Reason: { } reason } => $"403 {reason.Code}",
                Decision.Denied denied => $"403 {denied.Reason.Code}",
                Decision.Unauthenticated unauthenticated => $"401 {unauthenticated.Reason.Code}",
                var other => $"{other}",
            };
        }
        catch (OutageException e)
        {
            return $"500 {e.Code}";
        }
    }

    /// <summary>What the backend is told of the connection, as it is told.</summary>
    public async Task<IReadOnlyDictionary<string, object>> ContextAsync(params (string Key, string Value)[] values) =>
        Assert.IsType<Decision.Allowed>(await DecideAsync(values)).Principal.Context.ToDictionary(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static string Changed(string[] members)
    {
        var file = (JsonObject)JsonNode.Parse($$"""
            {
              "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"], "jwksFile": "keys.json" }],
              "ticket": { "table": "tickets" },
              "webSocket": { "origins": ["{{Page}}"] },
              "routes": [{ "route": "$connect" }]
            }
            """)!;
        foreach ((string name, JsonNode? value) in members.SelectMany(text => (JsonObject)JsonNode.Parse(text)!))
        {
            file[name] = value?.DeepClone();
        }

        return file.ToJsonString();
    }
}
