using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.Integration.Tests;

/// <summary>What the functions answer, as the backend reads it: the answers are those of the specification by example.</summary>
public sealed class WayThroughTests
{
    /// <summary>Those that let a principal in and tell something of it.</summary>
    public static TheoryData<string> Responses =>
    [
        .. RepositoryFiles.Find("events", "*.response.json")
            .Where(name => Response(name)["context"] is JsonObject context && !context.ContainsKey("reason")),
    ];

    [Theory]
    [MemberData(nameof(Responses))]
    public void The_backend_reads_what_the_function_said(string name)
    {
        JsonObject response = Response(name);
        JsonObject context = Context(name);
        string? principal = (string?)response["principalId"];

        AssertSame(context, AuthorizerContext.From(Gateway.Typed(Gateway.RestEvent(principal, context))), principal);
        AssertSame(context, AuthorizerContext.From(Gateway.Bytes(Gateway.RestEvent(principal, context))), principal);
        AssertSame(context, AuthorizerContext.From(Gateway.Typed(Gateway.WebSocketEvent(principal, context))), principal);
        AssertSame(context, AuthorizerContext.From(Gateway.Typed(Gateway.Http1Event(principal, context))), principal);
        AssertSame(context, AuthorizerContext.From(Gateway.TypedHttp2(Gateway.Http2Event(context))), null);
        AssertSame(context, AuthorizerContext.From(Gateway.Bytes(Gateway.Http2Event(context))), null);
    }

    [Fact]
    public void Every_type_of_value_is_among_them() => Assert.Superset(
        new HashSet<JsonValueKind> { JsonValueKind.String, JsonValueKind.Number, JsonValueKind.True },
        Responses.SelectMany(row => Context(row.Data)).Select(pair => pair.Value!.GetValueKind()).ToHashSet());

    private static void AssertSame(JsonObject said, AuthorizerContext read, string? principal)
    {
        Assert.Equal(principal, read.PrincipalId);
        Assert.All(said, pair =>
        {
            Assert.True(read.TryGetString(pair.Key, out string? text));
            Assert.Equal(TextOf(pair.Value!), text);
            Assert.Equal(
                pair.Value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
                read.TryGetBoolean(pair.Key, out bool flag));
            Assert.Equal(pair.Value.GetValueKind() == JsonValueKind.True, flag);
            Assert.Equal(
                pair.Value.GetValueKind() == JsonValueKind.Number && pair.Value.AsValue().TryGetValue(out long _),
                read.TryGetInt64(pair.Key, out _));
        });
    }

    private static string TextOf(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static JsonObject Context(string name) => (JsonObject)Response(name)["context"]!;

    /// <summary>Empty for an answer that is an error.</summary>
    private static JsonObject Response(string name) => JsonNode.Parse(RepositoryFiles.Read(name)) as JsonObject ?? [];
}
