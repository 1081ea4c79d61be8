using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Authorizers.Core.Tests.Documentation;

public sealed class CodesDocumentTests
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Of rejections: those of a principal that is genuine.</summary>
    private static readonly string[] Forbidden =
    [
        "key_address", "key_route", "origin_not_allowed", "ticket_origin", "ticket_address", "route_not_connect", "not_granted",
        "condition_failed", "context_too_large", "path_unsafe", "policy_inexpressible", "policy_too_large",
    ];

    /// <summary>Claims, members of JSON documents and other terms of the RFCs that look like codes.</summary>
    private static readonly string[] OtherNames =
    [
        "access_token", "at_hash", "c_hash", "client_id", "client_secret_basic", "client_secret_post", "invalid_client", "jwks_uri",
        "key_ops", "private_key_jwt", "token_type", "token_use", "unsupported_token_type",
    ];

    private static readonly MarkdownDocument Document = MarkdownDocument.All["codes.md"];

    private static IReadOnlyList<string[]> Rows => Document.Section("Codes").Table("code");

    [Fact]
    public void The_table_has_every_code_of_the_sources_once()
    {
        IEnumerable<string> sources = RepositoryFiles.Find("src", "*.cs").Select(RepositoryFiles.Read);
        HashSet<string> codes =
        [
            .. Rejections().Select(rejection => rejection.Code),
            .. Outages(),
            .. sources.SelectMany(source => Matches(source, """\bCode = "(\w+)"[;,]""")),
        ];

        Assert.Equal(Sorted(codes), Sorted(Rows.Select(CodeOf)));
    }

    [Fact]
    public void Whatever_a_document_writes_like_a_code_is_one()
    {
        IEnumerable<string> written = MarkdownDocument.All.Values
            .SelectMany(document => Matches(document.Prose, "`([a-z]+(?:_[a-z]+)+)`"))
            .Except(OtherNames)
            .Except(MarkdownDocument.All["template-lint.md"].Section("Rules").Table("rule").Select(CodeOf));

        Assert.Empty(written.Except(Rows.Select(CodeOf)));
    }

    [Fact]
    public void The_table_names_the_claim_of_each_rejection()
    {
        Dictionary<string, string> claims = Rejections().ToDictionary(
            rejection => rejection.Code,
            rejection => rejection.Claim switch { null => "–", "?" => "the claim", var claim => $"`{claim}`" },
            StringComparer.Ordinal);

        Assert.All(Rows, row => Assert.Equal(claims.GetValueOrDefault(CodeOf(row), "–"), row[1]));
    }

    [Fact]
    public void A_rejection_is_401_a_principal_that_may_not_403_and_everything_else_500()
    {
        HashSet<string> rejections = [.. Rejections().Select(rejection => rejection.Code)];

        Assert.All(Rows, row =>
        {
            string status = Forbidden.Contains(CodeOf(row)) ? "403" : rejections.Contains(CodeOf(row)) ? "401" : "500";
            Assert.Equal(status, row[3]);
        });
    }

    [Fact]
    public void The_record_has_the_fields_shown()
    {
        MarkdownDocument section = Document.Section("Decision record");
        string[] fields = [.. section.Table("field").Select(CodeOf)];
        string source = RepositoryFiles.Read("src/Authorizers.Lambda/Records/DecisionLog.cs");
        using var example = JsonDocument.Parse(section.Block("json"));

        Assert.Equal(fields, example.RootElement.EnumerateObject().Select(member => member.Name));
        IEnumerable<string> written = Matches(source, """writer\.Write(?:String|Number|Boolean|Null|StartObject)\("(\w+)"u8""");
        Assert.Equal(Sorted(fields), Sorted(written.Distinct(StringComparer.Ordinal).Append("timestamp").Except(["Timestamp"], StringComparer.Ordinal)));
    }

    [Fact]
    public void The_outcomes_are_those_of_the_record()
    {
        string[] row = Document.Section("Decision record").Table("field").Single(row => CodeOf(row) == "outcome");
        IEnumerable<string> outcomes = MarkdownDocument.Code(row[1]).Where(text => !text.StartsWith('"'));
        string source = RepositoryFiles.Read("src/Authorizers.Lambda/Records/DecisionRecord.cs");

        Assert.Equal(Sorted(outcomes), Sorted(Matches(source, """\("(\w+)"[,)]""").ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_error_types_are_those_of_the_code()
    {
        string source = RepositoryFiles.Read("src/Authorizers.Lambda/Runtime/InvocationError.cs");

        Assert.Equal(
            Matches(source, """new\("(\w+)",""").Distinct(StringComparer.Ordinal),
            Document.Section("Lambda errors").Table("`errorType`").Select(CodeOf));
    }

    private static string CodeOf(string[] row) => Assert.Single(MarkdownDocument.Code(row[0]));

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Matches(string source, string pattern) =>
        Regex.Matches(source, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);

    /// <summary>One of each; those that take the claim get "?".</summary>
    private static IEnumerable<Rejection> Rejections() =>
    [
        .. typeof(Rejection).GetProperties(AnyStatic).Select(property => property.GetValue(null)).OfType<Rejection>(),
        .. typeof(Rejection).GetMethods(AnyStatic)
            .Where(method => method.ReturnType == typeof(Rejection) && method.GetParameters() is [{ Name: "claim" }])
            .Select(method => (Rejection)method.Invoke(null, ["?"])!),
    ];

    private static IEnumerable<string> Outages() =>
        typeof(OutageException).GetMethods(AnyStatic)
            .Where(method => method.ReturnType == typeof(OutageException))
            .Select(method => ((OutageException)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!).Code);

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType == typeof(string) ? "A sentence." : null;
}
