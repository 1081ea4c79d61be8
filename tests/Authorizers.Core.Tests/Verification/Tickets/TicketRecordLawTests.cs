using System.Text.Json;
using Authorizers.Core.Verification.Records;
using Authorizers.Core.Verification.Tickets;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Verification.Tickets;

public sealed class TicketRecordLawTests
{
    private const string Secret = "s3cr3t";

    private static readonly Gen<string> Texts =
        from letters in Gen.Elements("abcXYZ019:/_-.é中 ".ToCharArray()).NonEmptyListOf()
        select new string([.. letters.Take(200)]);

    private static readonly Gen<object> Values = Gen.OneOf(
        Texts.Select(text => (object)text),
        Gen.Elements(true, false).Select(flag => (object)flag),
        Gen.Elements(0, 1, -1, long.MaxValue, long.MinValue).Select(number => (object)number),
        Gen.Elements(0.5, -1.25, 1e22, 1e-7, 0.1, 123456.789012345).Select(number => (object)number));

    private static readonly Gen<DateTimeOffset> Moments =
        from seconds in Gen.Elements(0, 1, 1795176000, 4102444800, 253402300799)
        select DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static readonly Gen<TicketRecord> Records =
        from id in Gen.Elements("0aZ_-".ToCharArray()).ArrayOf(43)
        from principal in Texts
        from origin in Gen.Elements(null, "https://app.example", "capacitor://localhost", "http://localhost:3000")
        from address in Gen.Elements(null, "203.0.113.9", "2001:db8::9", "::ffff:203.0.113.9")
        from scopes in Texts.ListOf()
        from groups in Texts.ListOf()
        from context in Values.ListOf()
        from moments in Moments.ArrayOf(3)
        select new TicketRecord
        {
            Id = new string(id),
            Principal = principal,
            Origin = origin,
            Address = address,
            Scopes = [.. scopes.Distinct().Take(100)],
            Groups = [.. groups.Distinct().Take(100)],
            Context = [.. context.Take(100).Select((value, index) => KeyValuePair.Create($"k{index}", value))],
            Expires = moments[0],
            SessionExpires = moments[1],
            Created = moments[2],
        };

    /// <summary>Whatever a field is given, of the wrong type or the right one.</summary>
    private static readonly Gen<object> Anything = Gen.Elements<object>(
        Secret, $"{Secret}\n", "", 7L, -7L, long.MaxValue, 1.5, true, new ReadOnlyMemory<byte>([7]), Array.Empty<string>(),
        new[] { Secret }, new[] { $"{Secret}\n" }, new KeyValuePair<string, object>[] { new("principalId", Secret) },
        new KeyValuePair<string, object>[] { new("a", $"{Secret}\n") });

    [Fact]
    public void What_is_written_is_read_as_it_was_from_values_and_from_text() => Law.Holds(Records, record =>
    {
        IReadOnlyList<KeyValuePair<string, object>> fields = TicketRecordFields.Of(record);

        AssertSame(record, TicketRecordFields.Read(fields));
        AssertSame(record, TicketRecordFields.Read(RecordJson.Read(Json(fields))));
        AssertSame(record, TicketRecordFields.Read(fields.Reverse()));
    });

    [Fact]
    public void A_problem_names_the_field_and_never_its_value() => Law.Holds(
        from record in Records
        from name in Gen.Elements(
            "id", "version", "principal", "origin", "address", "scopes", "groups", "context", "exp", "sessionExp", "created",
            "odd")
        from value in Anything
        select (Record: record, Name: name, Value: value),
        broken =>
        {
            IEnumerable<KeyValuePair<string, object>> fields = TicketRecordFields.Of(broken.Record)
                .Where(field => field.Key != broken.Name)
                .Append(new(broken.Name, broken.Value));

            if (Record.Exception(() => TicketRecordFields.Read(fields)) is { } problem)
            {
                Assert.IsType<RecordException>(problem);
                Assert.StartsWith($"{broken.Name} is ", problem.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, problem.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("7", problem.Message, StringComparison.Ordinal);
            }
        },
        tests: 2000);

    private static byte[] Json(IReadOnlyList<KeyValuePair<string, object>> fields)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            RecordJson.Write(writer, fields);
        }

        return json.ToArray();
    }

    private static void AssertSame(TicketRecord expected, TicketRecord read)
    {
        Assert.Equal(
            (expected.Id, expected.Principal, expected.Origin, expected.Address, expected.Expires, expected.SessionExpires),
            (read.Id, read.Principal, read.Origin, read.Address, read.Expires, read.SessionExpires));
        Assert.Equal(expected.Created, read.Created);
        Assert.Equal(expected.Scopes, read.Scopes);
        Assert.Equal(expected.Groups, read.Groups);
        Assert.Equal(expected.Context, read.Context);
    }
}
