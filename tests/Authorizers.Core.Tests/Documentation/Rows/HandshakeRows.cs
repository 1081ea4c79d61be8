namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>What the WebSocket authorizer alone has a use for.</summary>
internal static class HandshakeRows
{
    /// <summary>Of the root: the sections that go with each other.</summary>
    public static TheoryData<string, string, bool> Sections => MemberRows.Of(
        "$",
        good:
        [
            """{ "ticket": null, "webSocket": null }""",
            """{ "ticket": { "table": "tickets" }, "issuers": null }""",
            """{ "ticket": { "ticketsFile": "tickets.jsonl" } }""",
            """{ "credentials": { "allOf": ["ticket"] }, "ticket": { "table": "tickets" }, "issuers": null }""",
            """{ "credentials": { "anyOf": ["ticket", "bearer"] }, "ticket": { "table": "tickets" } }""",
            """{ "webSocket": {} }""",
        ],
        bad:
        [
            """{ "ticket": {} }""",
            """{ "ticket": [] }""",
            """{ "ticket": "tickets" }""",
            """{ "ticket": null, "issuers": null }""",
            """{ "credentials": { "anyOf": ["ticket"] } }""",
            """{ "credentials": { "allOf": ["ticket"] }, "ticket": null }""",
            """{ "credentials": { "anyOf": ["bearer", "ticket"] } }""",
            """{ "credentials": { "anyOf": ["ticket", "bearer"] }, "ticket": { "table": "tickets" }, "issuers": null }""",
            """{ "credentials": { "anyOf": ["tickets"] }, "ticket": { "table": "tickets" } }""",
            """{ "webSocket": [] }""",
            """{ "webSocket": "https://app.example" }""",
            """{ "websocket": {} }""",
            """{ "context": { "subprotocol": "sub" } }""",
        ]);

    /// <summary>The level has a table.</summary>
    public static TheoryData<string, string, bool> Ticket => MemberRows.Of(
        "$.ticket",
        good:
        [
            "{}",
            """{ "sources": null, "region": null, "endpoint": null, "ticketsFile": null }""",
            """{ "sources": ["query.ticket", "subprotocol.ticket", "header.X-Ticket"] }""",
            """{ "sources": ["query.${NAME}"] }""",
            """{ "table": "arn:aws:dynamodb:eu-west-1:123456789012:table/tickets", "region": "eu-west-1" }""",
            """{ "table": "${TICKETS_TABLE}", "endpoint": "http://localhost:8000" }""",
            """{ "table": null, "ticketsFile": "tickets.jsonl" }""",
        ],
        bad:
        [
            """{ "table": null }""",
            """{ "table": "ab" }""",
            """{ "ticketsFile": "tickets.jsonl" }""",
            """{ "table": null, "ticketsFile": "" }""",
            """{ "table": null, "ticketsFile": "tickets.jsonl", "region": "eu-west-1" }""",
            """{ "table": null, "ticketsFile": "tickets.jsonl", "endpoint": "https://dynamodb.example/" }""",
            """{ "region": "EU-WEST-1" }""",
            """{ "endpoint": "localhost:8000" }""",
            """{ "sources": [] }""",
            """{ "sources": "query.ticket" }""",
            """{ "sources": ["cookie.ticket"] }""",
            """{ "sources": ["context.ticket"] }""",
            """{ "sources": ["ticket"] }""",
            """{ "consistentRead": true }""",
            """{ "cacheFor": 5 }""",
        ]);

    public static TheoryData<string, string, bool> WebSocket => MemberRows.Of(
        "$.webSocket",
        good:
        [
            """{ "origins": null, "requireOrigin": null, "subprotocols": null }""",
            """{ "origins": ["https://app.example:8443", "${PAGE_ORIGIN}"] }""",
            """{ "origins": ["http://localhost:5173", "http://127.0.0.1", "http://[::1]:3000"] }""",
            """{ "origins": ["capacitor://localhost", "chrome-extension://abcdefghijklmnop"] }""",
            """{ "requireOrigin": true }""",
            """{ "subprotocols": ["orders.v1", "v2!#$%&'*+-.^_`|~"] }""",
        ],
        bad:
        [
            """{ "origins": [] }""",
            """{ "origins": "https://app.example" }""",
            """{ "origins": ["https://app.example", "https://app.example"] }""",
            """{ "origins": ["null"] }""",
            """{ "origins": ["*"] }""",
            """{ "origins": [""] }""",
            """{ "origins": ["app.example"] }""",
            """{ "origins": ["https://app.example/"] }""",
            """{ "origins": ["https://app.example:443"] }""",
            """{ "origins": ["https://App.example"] }""",
            """{ "origins": ["https://*.app.example"] }""",
            """{ "origins": ["https://user@app.example"] }""",
            """{ "origins": ["http://app.example"] }""",
            """{ "origins": ["http://localhost.app.example"] }""",
            """{ "origins": ["http://localhost:80"] }""",
            """{ "origins": ["wss://app.example"] }""",
            """{ "origins": ["https://@app.example"] }""",
            """{ "requireOrigin": "true" }""",
            """{ "subprotocols": [] }""",
            """{ "subprotocols": "orders.v1" }""",
            """{ "subprotocols": ["orders.v1", "orders.v1"] }""",
            """{ "subprotocols": ["orders v1"] }""",
            """{ "subprotocols": ["orders/1"] }""",
            """{ "origin": ["https://app.example"] }""",
        ]);
}
