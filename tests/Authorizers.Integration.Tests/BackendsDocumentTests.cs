using System.Reflection;
using System.Text.Json.Nodes;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.Integration.Tests;

public sealed class BackendsDocumentTests
{
    private static readonly MarkdownDocument Document = MarkdownDocument.All["backends.md"];

    /// <summary>REST, payload format 2.0 and WebSocket, in that order.</summary>
    private static readonly JsonObject[] Events =
        [.. Document.Section("What arrives").Blocks("json").Select(json => JsonNode.Parse(json)!.AsObject())];

    [Fact]
    public void The_events_say_the_same_of_the_same_caller() => Assert.All(Events, request =>
    {
        var context = AuthorizerContext.From(Gateway.Bytes(request));

        Assert.True(context.TryGetString("caller", out string? caller) && caller == "alice");
        Assert.True(context.TryGetString("tenant", out string? tenant) && tenant == "blue");
        Assert.True(context.TryGetInt64("level", out long level) && level == 3);
        Assert.True(context.TryGetBoolean("verified", out bool verified) && verified);
        Assert.Equal(["clerks", "admins"], context.Texts("roles"));
    });

    [Fact]
    public void The_principal_is_where_the_table_says()
    {
        Assert.Equal(
            ["alice", null, "alice"], Events.Select(request => AuthorizerContext.From(Gateway.Bytes(request)).PrincipalId));
        Assert.Equal(
            ["in it", "not in it", "in it"],
            Document.Section("No context, no service").Table("API").Where(row => row[1] != "Lambda, payload format 1.0")
                .Select(row => row[4]));
    }

    [Fact]
    public void The_examples_are_compiled_as_they_stand()
    {
        string source = RepositoryFiles.Read("tests/Authorizers.Integration.Tests/DocumentExamples.cs");
        IReadOnlyList<string> examples = Document.Section("Read it in C#").Blocks("csharp");

        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Contains(DocumentExamples.Indented(example), source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_examples_do_what_they_say()
    {
        Assert.Equal("alice of blue", DocumentExamples.Order(Gateway.Typed(Events[0])));
        Assert.Equal("alice of blue", DocumentExamples.Order(Gateway.Typed(Events[2])));
        Assert.Equal("everything", DocumentExamples.OrderOverHttp(Gateway.TypedHttp2(Events[1])));
        Assert.All(Events, request => Assert.Equal(200, DocumentExamples.Status(Gateway.Bytes(request))));
    }

    [Fact]
    public void The_examples_refuse_a_request_without_context()
    {
        JsonObject rest = Without(Events[0]);
        JsonObject http2 = Without(Events[1]);

        Assert.Throws<MissingAuthorizerContextException>(() => DocumentExamples.Order(Gateway.Typed(rest)));
        Assert.Throws<MissingAuthorizerContextException>(() => DocumentExamples.OrderOverHttp(Gateway.TypedHttp2(http2)));
        Assert.Equal(403, DocumentExamples.Status(Gateway.Bytes(rest)));
        Assert.Equal(403, DocumentExamples.Status(Gateway.Bytes(http2)));
    }

    [Fact]
    public void The_members_are_those_of_the_code()
    {
        IEnumerable<string> members = typeof(AuthorizerContext)
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } && member.Name != "ToString")
            .Select(member => member.Name);

        Assert.Equal(
            members.Order(StringComparer.Ordinal),
            Document.Section("Read it in C#").Table("member").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    private static JsonObject Without(JsonObject request)
    {
        JsonObject copy = request.DeepClone().AsObject();
        Assert.True(copy["requestContext"]!.AsObject().Remove("authorizer"));
        return copy;
    }
}
