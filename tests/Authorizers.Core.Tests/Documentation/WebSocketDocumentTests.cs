using System.Text.RegularExpressions;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Documentation;

public sealed class WebSocketDocumentTests
{
    private static readonly MarkdownDocument Document = MarkdownDocument.All["websocket.md"];

    /// <summary>A record with every attribute.</summary>
    private static readonly TicketRecord Full = new()
    {
        Id = ConnectTicket.Create().Id,
        Principal = "alice",
        Origin = "https://app.example",
        Address = "203.0.113.9",
        Scopes = ["orders:read"],
        Groups = ["clerks"],
        Context = [new("tenant", "blue")],
        Expires = DateTimeOffset.UnixEpoch,
        SessionExpires = DateTimeOffset.UnixEpoch,
        Created = DateTimeOffset.UnixEpoch,
    };

    private static IReadOnlyList<string[]> Attributes => Document.Section("The table").Table("attribute");

    [Fact]
    public void The_table_has_the_attributes_of_the_code_and_their_types() => Assert.Equal(
        TicketRecordFields.Of(Full).Select(field => $"`{field.Key}` {TypeOf(field.Value)}"),
        Attributes.Select(row => $"{row[0]} {row[1]}"));

    [Fact]
    public void An_attribute_is_needed_where_the_table_says_so() => Assert.All(Attributes, row =>
    {
        var without = TicketRecordFields.Of(Full).Where(field => $"`{field.Key}`" != row[0]);
        Assert.Equal(row[2] == "no", Record.Exception(() => TicketRecordFields.Read(without)) is null);
    });

    [Fact]
    public void A_ticket_is_as_long_as_told_and_is_found_by_the_expression_for_scanners()
    {
        string ticket = ConnectTicket.Create().Reveal();
        string told = Document.Section("Tickets").Prose;

        Assert.Contains($"{ticket.Length} characters", told, StringComparison.Ordinal);
        Assert.Matches($"^{MarkdownDocument.Code(told).Single(text => text.Contains("]{"))}$", ticket);
    }

    [Fact]
    public void Every_code_of_the_outcomes_has_the_status_of_the_list_of_codes()
    {
        Dictionary<string, string> statuses = MarkdownDocument.All["codes.md"].Section("Codes").Table("code")
            .ToDictionary(row => row[0].Trim('`'), row => row[3], StringComparer.Ordinal);

        Assert.All(Document.Section("What the handshake gets").Table("outcome"), row => Assert.All(
            MarkdownDocument.Code(row[2]), code => Assert.Equal(statuses[code], row[1][..3])));
    }

    [Fact]
    public void Codes_of_handshakes_alone_are_all_told()
    {
        IEnumerable<string> codes = MarkdownDocument.All["codes.md"].Section("Codes").Table("code")
            .Select(row => row[0].Trim('`'))
            .Where(code => Regex.IsMatch(code, "^(origin|ticket|route)_", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

        Assert.Empty(codes.Except(Document.Section("What the handshake gets").Table("outcome")
            .SelectMany(row => MarkdownDocument.Code(row[2]))));
    }

    private static string TypeOf(object value) => value switch
    {
        string => "S",
        long => "N",
        IReadOnlyList<string> => "SS",
        _ => "M",
    };
}
