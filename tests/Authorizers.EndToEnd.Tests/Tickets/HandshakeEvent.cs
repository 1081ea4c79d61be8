using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Tickets;

/// <summary>A page's handshake with a ticket in its query string, and a function that takes such tickets from a table.</summary>
internal static class HandshakeEvent
{
    public const string Page = "https://app.example";

    public static string Of(string ticket) => new JsonObject
    {
        ["type"] = "REQUEST",
        ["methodArn"] = "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/$connect",
        ["headers"] = new JsonObject { ["Origin"] = Page },
        ["queryStringParameters"] = new JsonObject { ["ticket"] = ticket },
        ["requestContext"] = new JsonObject
        {
            ["routeKey"] = "$connect",
            ["eventType"] = "CONNECT",
            ["connectionId"] = "L0SM9cOFvHcCIhw=",
            ["identity"] = new JsonObject { ["sourceIp"] = "203.0.113.9" },
        },
    }.ToJsonString();

    public static string Configuration(string table, string address) => new JsonObject
    {
        ["ticket"] = new JsonObject { ["table"] = table, ["region"] = DynamoDbEmulator.Region, ["endpoint"] = address },
        ["webSocket"] = new JsonObject { ["origins"] = new JsonArray(Page) },
        ["routes"] = new JsonArray(new JsonObject { ["route"] = "$connect", ["scopes"] = new JsonArray("orders:read") }),
    }.ToJsonString();
}
