using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.WebSockets.Tests;

/// <summary>The function attached where it does not belong: it lets nobody in, whatever he presents.</summary>
public sealed class OtherEventTests
{
    /// <summary>Every event on file of the other functions, but for those of a WebSocket API.</summary>
    public static TheoryData<string> Events =>
    [
        .. new[] { "request", "token", "api-key" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(The.Events, folder), "*.event.json"))
            .Where(file => !Path.GetFileName(file).StartsWith("websocket-", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(The.Events, file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task An_event_of_another_API_is_denied_or_none_at_all(string file)
    {
        Answer answer = await InvokeAsync(await File.ReadAllBytesAsync(Path.Combine(The.Events, file)));

        if (answer.Failed)
        {
            Assert.Equal("InvalidEvent", answer.Json().GetProperty("errorType").GetString());
            Assert.Equal(new DecisionLine("fault", "event_invalid", null, null), answer.Record());
            return;
        }

        Assert.Equal(new DecisionLine("denied", "route_not_connect", null, null), answer.Record());
        AssertDenied(answer);
    }

    [Fact]
    public void There_are_events_of_each_kind() => Assert.InRange(Events.Count, 100, 10_000);

    /// <summary>Events of a handshake that would be let in, with one thing of another event about it.</summary>
    [Theory]
    [InlineData("methodArn", "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/$disconnect")]
    [InlineData("methodArn", "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/GET/$connect")]
    [InlineData("methodArn", "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/$connect/x")]
    [InlineData("methodArn", "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/$connect/$connect")]
    [InlineData("version", "1.0")]
    [InlineData("requestContext.routeKey", "$default")]
    [InlineData("requestContext.routeKey", "$CONNECT")]
    [InlineData("requestContext.eventType", "MESSAGE")]
    [InlineData("requestContext.eventType", "connect")]
    [InlineData("requestContext.eventType", null)]
    public async Task A_handshake_with_anything_of_another_event_about_it_is_none(string member, string? value)
    {
        var json = (JsonObject)JsonNode.Parse(new EventPair("header-allowed").Event)!;
        string[] steps = member.Split('.');
        (steps.Length > 1 ? (JsonObject)json[steps[0]]! : json)[steps[^1]] = value;

        Answer answer = await InvokeAsync(JsonSerializer.SerializeToUtf8Bytes(json));

        Assert.Equal("route_not_connect", answer.Record().Code);
        AssertDenied(answer);
    }

    private static async Task<Answer> InvokeAsync(byte[] json)
    {
        using var function = new LocalFunction(The.Configuration);
        return await function.InvokeAsync(json);
    }

    private static void AssertDenied(Answer answer) => Assert.All(
        answer.Json().GetProperty("policyDocument").GetProperty("Statement").EnumerateArray(),
        statement => Assert.Equal("Deny", statement.GetProperty("Effect").GetString()));
}
