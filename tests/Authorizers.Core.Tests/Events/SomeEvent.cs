using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

/// <summary>REQUEST events of each format, by an object of the members that matter to a test.</summary>
internal static class SomeEvent
{
    public static string RestJson(string members = "{}") =>
        $$"""{"type":"REQUEST","methodArn":"{{The.StageArn}}/GET/orders/42"{{Further(members)}}}""";

    public static string Http2Json(string members = "{}") =>
        $$"""{"version":"2.0","type":"REQUEST","routeArn":"{{The.StageArn}}/GET/orders/42"{{Further(members)}}}""";

    public static AuthorizerRequest Rest(string members = "{}") => RequestEvent.Read(Some.Utf8(RestJson(members)));

    public static AuthorizerRequest Http2(string members = "{}") => RequestEvent.Read(Some.Utf8(Http2Json(members)));

    public static RequestKey Key(string text)
    {
        Assert.True(RequestKey.TryParse(text, out RequestKey? key), text);
        return key;
    }

    public static IReadOnlyList<string> Of(this AuthorizerRequest request, string key) => request.Values.Of(Key(key));

    private static string Further(string members) => members == "{}" ? "" : $",{members[1..^1]}";
}
