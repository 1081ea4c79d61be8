using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Records;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Tickets;

public sealed class TicketRecordTests
{
    private const string Text = """
        {"id":"IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4","version":1,"principal":"alice","origin":"https://app.example",
        "address":"203.0.113.9","scopes":["orders:read","orders:write"],"groups":["clerks"],
        "context":{"tenant":"t-7","level":2,"rate":1.5,"beta":true},"exp":1795176030,"sessionExp":1795179600,"created":1795176000}
        """;

    private static readonly TicketRecord Full = new()
    {
        Id = "IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4",
        Principal = "alice",
        Origin = "https://app.example",
        Address = "203.0.113.9",
        Scopes = ["orders:read", "orders:write"],
        Groups = ["clerks"],
        Context = [new("tenant", "t-7"), new("level", 2L), new("rate", 1.5), new("beta", true)],
        Expires = The.Moment.AddSeconds(30),
        SessionExpires = The.Moment.AddHours(1),
        Created = The.Moment,
    };

    public static TheoryData<string, string, string> Broken => new()
    {
        { "id", "null", "id is malformed" },
        { "id", "7", "id is malformed" },
        { "id", "\"wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345\"", "id is malformed" },
        { "id", "\"IOlnM/r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4\"", "id is malformed" },
        { "version", "2", "version is not 1" },
        { "version", "0", "version is not 1" },
        { "version", "-1", "version is malformed" },
        { "version", "\"1\"", "version is malformed" },
        { "principal", "\"\"", "principal is malformed" },
        { "principal", "\"a\\nb\"", "principal is malformed" },
        { "principal", "\"a\\u202eb\"", "principal is malformed" },
        { "principal", "{0}", "principal is malformed" },
        { "principal", "7", "principal is malformed" },
        { "origin", "\"null\"", "origin is malformed" },
        { "origin", "\"\"", "origin is malformed" },
        { "origin", "\"https://app.example/\"", "origin is malformed" },
        { "origin", "\"http://app.example\"", "origin is malformed" },
        { "origin", "[\"https://app.example\"]", "origin is malformed" },
        { "address", "\"203.0.113.0/24\"", "address is malformed" },
        { "address", "\"203.0.113.09\"", "address is malformed" },
        { "address", "\"\"", "address is malformed" },
        { "address", "203", "address is malformed" },
        { "scopes", "[]", "scopes is malformed" },
        { "scopes", "\"orders:read\"", "scopes is malformed" },
        { "scopes", "[7]", "scopes is malformed" },
        { "scopes", "[\"a\\u0000\"]", "scopes is malformed" },
        { "groups", "[\"\"]", "groups is malformed" },
        { "groups", "[{0}]", "groups is malformed" },
        { "context", "[\"tenant\"]", "context is malformed" },
        { "context", "\"t-7\"", "context is malformed" },
        { "context", "{\"exp\":1}", "context is malformed" },
        { "context", "{\"connectionId\":\"x\"}", "context is malformed" },
        { "context", "{\"subprotocol\":\"x\"}", "context is malformed" },
        { "context", "{\"principalId\":\"x\"}", "context is malformed" },
        { "context", "{\"a\":\"x\",\"A\":\"y\"}", "context is malformed" },
        { "context", "{\"a:b\":\"x\"}", "context is malformed" },
        { "context", "{\"a\":\"x\\u0000\"}", "context is malformed" },
        { "context", "{\"a\":null}", "a is malformed" },
        { "context", "{\"a\":[\"x\"]}", "a is malformed" },
        { "exp", "\"1795176030\"", "exp is malformed" },
        { "exp", "1.5", "exp is malformed" },
        { "exp", "-1", "exp is malformed" },
        { "exp", "253402300800", "exp is malformed" },
        { "sessionExp", "true", "sessionExp is malformed" },
        { "sessionExp", "253402300800", "sessionExp is malformed" },
        { "created", "\"now\"", "created is malformed" },
        { "created", "-1", "created is malformed" },
        { "ticket", "\"x\"", "ticket is no field of a record" },
        { "revision", "1", "revision is no field of a record" },
        { "digest", "\"AAEC\"", "digest is no field of a record" },
        { "Origin", "\"https://app.example\"", "Origin is no field of a record" },
        { "a\r\nERROR forged", "1", "aERROR forged is no field of a record" },
    };

    [Fact]
    public void A_record_is_one_object_of_what_it_has() => Assert.Equal(Text.ReplaceLineEndings(""), Written(Full));

    [Fact]
    public void What_it_does_not_have_is_left_out() => Assert.Equal(
        """{"id":"IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4","version":1,"principal":"a","exp":0,"sessionExp":0,"created":0}""",
        Written(new TicketRecord
        {
            Id = Full.Id,
            Principal = "a",
            Expires = DateTimeOffset.UnixEpoch,
            SessionExpires = DateTimeOffset.UnixEpoch,
            Created = DateTimeOffset.UnixEpoch,
        }));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_or_unknown_field_breaks_the_record_and_is_named(string name, string json, string problem)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields[name] = JsonNode.Parse(json.Replace("{0}", $"\"{new string('x', 257)}\"", StringComparison.Ordinal));

        Assert.Equal(problem, Problem(fields.ToJsonString()));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("principal")]
    [InlineData("exp")]
    [InlineData("sessionExp")]
    [InlineData("created")]
    public void What_every_record_has_must_be_there(string name)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields.Remove(name);

        Assert.Equal($"{name} is missing", Problem(fields.ToJsonString()));
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("address")]
    [InlineData("scopes")]
    [InlineData("groups")]
    [InlineData("context")]
    public void What_a_record_may_lack_may_be_missing(string name)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields.Remove(name);

        Assert.Equal(fields.ToJsonString(), Written(Read(fields.ToJsonString())));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_set_has_at_most_100_texts(int count, bool isGood)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields["scopes"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)$"s{number}")]);

        Assert.Equal(isGood, Record.Exception(() => Read(fields.ToJsonString())) is null);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_text_of_a_context_has_at_most_1024_characters(int length, bool isGood)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields["context"] = new JsonObject { ["note"] = new string('x', length) };

        Assert.Equal(isGood, Record.Exception(() => Read(fields.ToJsonString())) is null);
    }

    [Fact]
    public void A_field_that_stands_twice_is_told() => Assert.Equal(
        "exp stands there twice",
        Assert.Throws<RecordException>(() => TicketRecordFields.Read([new("exp", 1L), new("exp", 2L)])).Message);

    [Fact]
    public void A_record_prints_nothing_of_itself() => Assert.Equal("TicketRecord", $"{Full}");

    private static TicketRecord Read(string json) => TicketRecordFields.Read(RecordJson.Read(Some.Utf8(json)));

    private static string Problem(string json) => Assert.Throws<RecordException>(() => Read(json)).Message;

    private static string Written(TicketRecord record)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            RecordJson.Write(writer, TicketRecordFields.Of(record));
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }
}
