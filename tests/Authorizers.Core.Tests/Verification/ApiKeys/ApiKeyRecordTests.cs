using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Core.Tests.Verification.ApiKeys;

public sealed class ApiKeyRecordTests
{
    private static readonly ApiKeyRecord Full = new()
    {
        Id = "0123456789Az",
        Digest = Enumerable.Range(0, 32).Select(value => (byte)value).ToArray(),
        Pepper = "2026-11",
        Principal = "shop",
        Scopes = ["orders:read", "orders:write"],
        Groups = ["partners"],
        Plan = "standard",
        UsageIdentifierKey = "standard-shop-0123456789",
        IsActive = false,
        NotBefore = The.Moment.AddDays(-1),
        Expires = The.Moment.AddDays(90),
        Routes = ["GET /orders", "GET /orders/{id}"],
        Cidrs = ["10.0.0.0/8", "2001:db8::/32"],
        Context = [new("tenant", "acme"), new("tier", 2L), new("rate", 1.5), new("beta", true)],
        Created = The.Moment.AddDays(-2),
        ReplacedBy = "zZ9876543210",
        Revision = 7,
    };

    private const string Text = """
        {"id":"0123456789Az","version":1,"digest":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","pepper":"2026-11",
        "principal":"shop","scopes":["orders:read","orders:write"],"groups":["partners"],"plan":"standard",
        "usageIdentifierKey":"standard-shop-0123456789","status":"disabled","nbf":1795089600,"exp":1802952000,
        "routes":["GET /orders","GET /orders/{id}"],"cidrs":["10.0.0.0/8","2001:db8::/32"],
        "context":{"tenant":"acme","tier":2,"rate":1.5,"beta":true},"created":1795003200,"replacedBy":"zZ9876543210","revision":7}
        """;

    public static TheoryData<string, string, string> Broken => new()
    {
        { "id", "null", "id is malformed" },
        { "id", "\"0123456789A\"", "id is malformed" },
        { "id", "\"0123456789A_\"", "id is malformed" },
        { "version", "2", "version is not 1" },
        { "version", "\"1\"", "version is malformed" },
        { "digest", "\"AAEC\"", "digest is malformed" },
        { "digest", "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9\"", "digest is malformed" },
        { "digest", "1", "digest is malformed" },
        { "pepper", "\"\"", "pepper is malformed" },
        { "pepper", "\"a b\"", "pepper is malformed" },
        { "principal", "\"\"", "principal is malformed" },
        { "principal", "\"a\\nb\"", "principal is malformed" },
        { "principal", "7", "principal is malformed" },
        { "scopes", "[]", "scopes is malformed" },
        { "scopes", "\"orders:read\"", "scopes is malformed" },
        { "scopes", "[7]", "scopes is malformed" },
        { "groups", "[\"\"]", "groups is malformed" },
        { "usageIdentifierKey", "\"short\"", "usageIdentifierKey is malformed" },
        { "usageIdentifierKey", "\"standard shop 0123456789\"", "usageIdentifierKey is malformed" },
        { "usageIdentifierKey", "\"gla_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef{0}\"", "usageIdentifierKey is malformed" },
        { "status", "\"enabled\"", "status is malformed" },
        { "status", "true", "status is malformed" },
        { "nbf", "-1", "nbf is malformed" },
        { "nbf", "1.5", "nbf is malformed" },
        { "exp", "\"1802952000\"", "exp is malformed" },
        { "exp", "253402300800", "exp is malformed" },
        { "routes", "[]", "routes is malformed" },
        { "cidrs", "[\"10.0.0.0/33\"]", "cidrs is malformed" },
        { "cidrs", "[]", "cidrs is malformed" },
        { "context", "{\"principalId\":\"x\"}", "context is malformed" },
        { "context", "{\"reason\":\"x\"}", "context is malformed" },
        { "context", "{\"a\":\"x\",\"A\":\"y\"}", "context is malformed" },
        { "context", "{\"a\":null}", "a is malformed" },
        { "context", "{\"a\":[\"x\"]}", "a is malformed" },
        { "context", "{\"a\":\"x\\u0000\"}", "context is malformed" },
        { "created", "\"now\"", "created is malformed" },
        { "replacedBy", "\"x\"", "replacedBy is malformed" },
        { "context", "{\"a\":12345678901234567891}", "a is malformed" },
        { "context", "{\"a\":0.12345678901234567}", "a is malformed" },
        { "context", "{\"a\":1e400}", "a is malformed" },
        { "revision", "0", "revision is malformed" },
        { "revision", "2147483648", "revision is malformed" },
        { "a\r\nERROR forged", "1", "aERROR forged is no field of a record" },
        { "a\r\nERROR forged", "null", "aERROR forged is malformed" },
        { new string('x', 200), "1", $"{new string('x', 64)}… is no field of a record" },
        { "secret", "\"x\"", "secret is no field of a record" },
    };

    [Fact]
    public void A_record_is_one_object_of_what_it_has() => Assert.Equal(Text.ReplaceLineEndings(""), Written(Full));

    [Fact]
    public void A_record_survives_being_written_and_read()
    {
        Assert.Equal(Written(Full), Written(ApiKeyRecordJson.Read(Some.Utf8(Written(Full)))));
        ApiKeyRecord bare = new() { Id = Full.Id, Digest = Full.Digest, Principal = "shop", Created = The.Moment };
        Assert.Equal(Written(bare), Written(ApiKeyRecordJson.Read(Some.Utf8(Written(bare)))));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_or_unknown_field_breaks_the_record_and_is_named(string name, string json, string problem)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields[name] = JsonNode.Parse(json.Replace("{0}", "06fMwX", StringComparison.Ordinal));

        Assert.Equal(problem, Problem(fields.ToJsonString()));
    }

    [Theory]
    [InlineData("id", "id is missing")]
    [InlineData("version", "version is missing")]
    [InlineData("digest", "digest is missing")]
    [InlineData("principal", "principal is missing")]
    [InlineData("status", "status is missing")]
    [InlineData("created", "created is missing")]
    [InlineData("revision", "revision is missing")]
    public void What_every_record_has_must_be_there(string name, string problem)
    {
        var fields = (JsonObject)JsonNode.Parse(Text)!;
        fields.Remove(name);

        Assert.Equal(problem, Problem(fields.ToJsonString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"0123456789Az\",\"id\":\"0123456789Az\"}")]
    public void What_is_no_object_is_no_record(string text) => Assert.Equal("it is no JSON object", Problem(text));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2147483646, 2147483647)]
    [InlineData(2147483647, 1)]
    public void A_revision_has_always_a_next_one(long revision, long next) =>
        Assert.Equal(next, ApiKeyRecordFields.RevisionAfter(revision));

    [Fact]
    public void A_record_prints_its_id_alone() => Assert.Equal("0123456789Az", $"{Full}");

    [Fact]
    public async Task A_file_has_a_record_a_line()
    {
        List<string> problems = [];
        var file = ApiKeyFile.Read(
            [Written(Full), "", "{}", Written(Full), "x"], (line, problem) => problems.Add($"{line}: {problem}"));

        Assert.Equal(["3: version is missing", "4: its id stands in this file already", "5: it is no JSON object"], problems);
        Assert.Equal("shop", (await file.FindAsync(Full.Id, TestContext.Current.CancellationToken))?.Principal);
        Assert.Null(await file.FindAsync("000000000000", TestContext.Current.CancellationToken));
    }

    private static string Problem(string json) =>
        Assert.Throws<RecordException>(() => ApiKeyRecordJson.Read(Some.Utf8(json))).Message;

    private static string Written(ApiKeyRecord record)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            ApiKeyRecordJson.Write(writer, record);
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }
}
