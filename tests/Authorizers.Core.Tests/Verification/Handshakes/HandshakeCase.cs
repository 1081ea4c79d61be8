using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>A configuration and a handshake, each by what matters of it.</summary>
internal sealed record HandshakeCase
{
    public const string App = "https://app.example";

    public const string Admin = "https://admin.example:8443";

    public const string Inside = "203.0.113.9";

    public const string Outside = "198.51.100.7";

    public static readonly string[] TicketPlaces = ["query.ticket", "header.X-Ticket", "subprotocol.ticket"];

    public static readonly string[] TokenPlaces = ["header.Authorization", "query.token", "cookie.session", "subprotocol.bearer"];

    /// <summary>What may be asked of the principal, and whether anybody may do without one.</summary>
    public static readonly string[] Rules =
    [
        """ "scopes": ["orders:read"] """,
        """ "groups": ["clerks"] """,
        """ "scopes": ["orders:read"], "when": { "context.identity.sourceIp": { "cidr": ["203.0.113.0/24"] } } """,
        """ "anyone": true """,
        """ "anyone": true, "when": { "context.identity.sourceIp": { "cidr": ["203.0.113.0/24"] } } """,
    ];

    /// <summary>Where tickets are taken; empty where they are not.</summary>
    public required IReadOnlyList<string> OfTickets { get; init; }

    public required IReadOnlyList<string> OfTokens { get; init; }

    /// <summary>The pages that may connect; null for any.</summary>
    public required IReadOnlyList<string>? Pages { get; init; }

    public required bool RequiresPage { get; init; }

    public required string Rule { get; init; }

    /// <summary>Each value of the header Origin.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>What is presented, and where; the places need not be looked at.</summary>
    public required IReadOnlyList<(string Place, Presented Credential)> Credentials { get; init; }

    public required string Address { get; init; }

    public required bool IsConnect { get; init; }

    public static Gen<HandshakeCase> Any =>
        from ofTickets in SomeOf(TicketPlaces)
        from ofTokens in SomeOf(TokenPlaces)
        from pages in Gen.Elements<string[]?>(null, [App], [App, Admin])
        from requiresPage in Gen.Elements(true, false, false)
        from rule in Gen.Elements(Rules)
        from origins in Gen.Frequency(
            (8, Gen.Elements<string[]>([App], [App], [App], [Admin], ["https://evil.example"], ["null"], [$"{App}/"])),
            (4, Gen.Constant<string[]>([])),
            (1, Gen.Elements<string[]>([App, App], [App, "https://evil.example"])))
        from credentials in Gen.Frequency((8, Credential.ArrayOf(1)), (2, Credential.ArrayOf(2)), (1, Credential.ArrayOf(0)))
        from address in Gen.Elements(Inside, Outside)
        from isConnect in Gen.Frequency((15, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new HandshakeCase
        {
            OfTickets = ofTickets,
            OfTokens = ofTickets.Length + ofTokens.Length == 0 ? ["header.Authorization"] : ofTokens,
            Pages = ofTokens.Contains("cookie.session") ? pages ?? [App] : pages,
            RequiresPage = requiresPage,
            Rule = rule,
            Origins = origins,
            Credentials = [.. credentials],
            Address = address,
            IsConnect = isConnect,
        };

    private static Gen<(string Place, Presented Credential)> Credential =>
        from isTicket in Gen.Elements(true, false)
        from isInPlace in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from place in Gen.Elements(isTicket == isInPlace ? TicketPlaces : TokenPlaces)
        from isGenuine in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        from hasExpired in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from hasScope in Gen.Elements(true, true, false)
        from isClerk in Gen.Elements(true, true, false)
        from origin in Gen.Elements(App, App, Admin, null)
        from address in Gen.Elements(null, null, Inside, Outside)
        select (place, new Presented(isTicket, isGenuine, hasExpired, hasScope, isClerk, origin, address));

    private static Gen<string[]> SomeOf(string[] all) =>
        from mask in Gen.Choose(0, (1 << all.Length) - 1)
        select all.Where((_, index) => (mask & (1 << index)) != 0).ToArray();
}
