using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Tests.Documentation;

public sealed class ApiKeysDocumentTests
{
    private const string Id = "0Ab1Cd2Ef3Gh";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["api-keys.md"];

    /// <summary>A record with every attribute.</summary>
    private static readonly ApiKeyRecord Full = new()
    {
        Id = Id,
        Digest = new byte[ApiKeyDigests.Length],
        Pepper = "1",
        Principal = "acme",
        Scopes = ["orders:read"],
        Groups = ["clerks"],
        Plan = "small",
        UsageIdentifierKey = "meter-acme-5d0c1f7a9b3e",
        NotBefore = DateTimeOffset.UnixEpoch,
        Expires = DateTimeOffset.UnixEpoch,
        Routes = ["GET /orders/{id}"],
        Cidrs = ["203.0.113.0/24"],
        Context = [new("tenant", "blue")],
        Created = DateTimeOffset.UnixEpoch,
        ReplacedBy = Id,
    };

    private static IReadOnlyList<string[]> Attributes => Document.Section("The table").Table("attribute");

    [Fact]
    public void The_table_has_the_attributes_of_the_code_and_their_types() => Assert.Equal(
        ApiKeyRecordFields.Of(Full).Select(field => $"`{field.Key}` {TypeOf(field.Value)}"),
        Attributes.Select(row => $"{row[0]} {row[1]}"));

    [Fact]
    public void An_attribute_is_needed_where_the_table_says_so() => Assert.All(Attributes, row =>
    {
        var without = ApiKeyRecordFields.Of(Full).Where(field => $"`{field.Key}`" != row[0]);
        Assert.Equal(row[2] == "no", Record.Exception(() => ApiKeyRecordFields.Read(without)) is null);
    });

    [Fact]
    public void A_key_has_the_parts_of_the_table_and_is_found_by_the_expression_for_scanners()
    {
        string key = ApiKey.Create(ApiKey.DefaultPrefix).Reveal();
        string[] letters = [.. Document.Section("Format of a key").Table("part").Select(row => row[1])];
        string expression = MarkdownDocument.Code(Document.Section("Format of a key").Prose).Single(text => text.Contains("]{"));

        Assert.Equal([ApiKey.DefaultPrefix.Length, 12, 30 + 6], key.Split('_').Select(part => part.Length));
        Assert.Equal(["2 to 10", "1", "12", "1", "30", "6"], letters);
        Assert.Matches($"^{expression}$", key);
        Assert.Contains($"has {key.Length} characters", Document.Section("Format of a key").Prose, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_of_the_caches_are_those_of_the_code()
    {
        var settings = new ApiKeyConfiguration();
        string told = Document.Section("How soon changes take effect").Prose;

        Assert.Contains($"`cacheFor` ({settings.CacheFor.TotalSeconds} s,", told, StringComparison.Ordinal);
        Assert.Contains($"`cacheUnknownFor` ({settings.CacheUnknownFor.TotalSeconds} s,", told, StringComparison.Ordinal);
    }

    private static string TypeOf(object value) => value switch
    {
        string => "S",
        long => "N",
        ReadOnlyMemory<byte> => "B",
        IReadOnlyList<string> => "SS",
        _ => "M",
    };
}
