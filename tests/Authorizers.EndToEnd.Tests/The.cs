using System.Text.Json;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The fixed cast.</summary>
internal static class The
{
    public const string FunctionArn = "arn:aws:lambda:eu-west-1:123456789012:function:token";

    public const string TraceId = "Root=1-00000000-000000000000000000000001";

    /// <summary>The configuration of all events that have none of their own.</summary>
    public static string Configuration => Repository.PathOf("events/authorizer.json");

    public static string EventFolder => Repository.PathOf("events/token");

    /// <summary>One of the filed events.</summary>
    public static string Event(string name) => File.ReadAllText(Path.Combine(EventFolder, $"{name}.event.json"));

    /// <summary>A call of an order's method with a bearer token.</summary>
    public static string CallWith(string token) => JsonSerializer.Serialize(new
    {
        type = "TOKEN",
        authorizationToken = $"Bearer {token}",
        methodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
    });
}
