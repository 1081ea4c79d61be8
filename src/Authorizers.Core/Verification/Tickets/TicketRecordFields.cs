using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Core.Verification.Tickets;

/// <summary>A ticket's record as named values. Texts are strings, times are seconds since 1970, sets are lists of strings.</summary>
public static class TicketRecordFields
{
    /// <summary>The table's partition key.</summary>
    public const string Id = "id";

    /// <summary>The table's TTL attribute: seconds since 1970.</summary>
    public const string Expires = "exp";

    /// <summary>The values of a record; what it does not have is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(TicketRecord record)
    {
        var fields = new RecordFields();
        fields.Add(Id, record.Id);
        fields.Add("version", (long)TicketRecord.LayoutVersion);
        fields.Add("principal", record.Principal);
        fields.Add("origin", record.Origin);
        fields.Add("address", record.Address);
        fields.Add("scopes", record.Scopes);
        fields.Add("groups", record.Groups);
        fields.Add("context", record.Context);
        fields.Add(Expires, record.Expires);
        fields.Add("sessionExp", record.SessionExpires);
        fields.Add("created", record.Created);
        return fields.All;
    }

    /// <summary>The record of the values; each must be known and well-formed.</summary>
    /// <exception cref="RecordException">One is not, or is missing.</exception>
    public static TicketRecord Read(IEnumerable<KeyValuePair<string, object>> fields)
    {
        var rest = new RecordValues(fields);
        if ((rest.Number("version", 0, int.MaxValue) ?? throw RecordValues.Missing("version")) != TicketRecord.LayoutVersion)
        {
            throw new RecordException($"version is not {TicketRecord.LayoutVersion}");
        }

        var record = new TicketRecord
        {
            Id = rest.Text(Id, ConnectTicket.IsId) ?? throw RecordValues.Missing(Id),
            Principal = rest.Text("principal", RecordText.IsGood) ?? throw RecordValues.Missing("principal"),
            Origin = rest.Text("origin", Core.Origin.IsGood),
            Address = rest.Text("address", text => NetworkAddress.TryParse(text, out _)),
            Scopes = rest.Texts("scopes", RecordText.MostTexts, RecordText.IsGood),
            Groups = rest.Texts("groups", RecordText.MostTexts, RecordText.IsGood),
            Context = rest.Pairs("context", RecordText.MostTexts, RecordText.IsContext),
            Expires = RecordTime.Take(rest, Expires) ?? throw RecordValues.Missing(Expires),
            SessionExpires = RecordTime.Take(rest, "sessionExp") ?? throw RecordValues.Missing("sessionExp"),
            Created = RecordTime.Take(rest, "created") ?? throw RecordValues.Missing("created"),
        };
        rest.ThrowIfAnyLeft();
        return record;
    }
}
