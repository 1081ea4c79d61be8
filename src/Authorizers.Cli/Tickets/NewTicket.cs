using System.Buffers;
using System.Text;
using System.Text.Json;
using Authorizers.Cli.Tokens.Inspection;
using Authorizers.Core;
using Authorizers.Integration;

namespace Authorizers.Cli.Tickets;

/// <summary>A ticket that was issued here. Nowhere else is there one to show.</summary>
internal sealed class NewTicket(IssuedTicket issued, TicketRequest request)
{
    /// <summary>Gives the ticket to whoever asked for it: the only place that prints one.</summary>
    public int Show(Terminal terminal, bool asJson, DateTimeOffset now)
    {
        try
        {
            terminal.WriteData(asJson ? Json() : Encoding.ASCII.GetBytes(issued.Ticket));
        }
        catch (IOException)
        {
            terminal.Say("The ticket was issued and could not be printed. Nobody has it, and it ends by itself.");
            return ExitCode.Failed;
        }

        terminal.Say($"""
            Ticket of {request.Principal} for {Place()}, good until {Moment(issued.Expires, now)}.
            It opens one connection{Session(now)}. This is the only time that the ticket is shown.
            """);
        return ExitCode.Done;
    }

    private static string Moment(DateTimeOffset at, DateTimeOffset now) =>
        $"{TimeInWords.Absolute(at)} ({TimeInWords.Relative(at, now)})";

    private string Place()
    {
        string client = request.Origin is { } origin ? $"pages of {origin}" : "a client that is no browser";
        return request.Address is { } address ? $"{client} at {address}" : client;
    }

    private string Session(DateTimeOffset now) =>
        request.SessionExpires is { } ends ? $", which should end at {Moment(ends, now)}" : "";

    private ReadOnlySpan<byte> Json()
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("ticket", issued.Ticket);
            writer.WriteNumber("expires", issued.Expires.ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }
}
