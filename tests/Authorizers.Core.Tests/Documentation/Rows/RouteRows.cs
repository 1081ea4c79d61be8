namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of a route and of a condition.</summary>
internal static class RouteRows
{
    public static TheoryData<string, string, bool> Route => MemberRows.Of(
        "$.routes[0]",
        good:
        [
            """{ "anyone": true }""",
            """{ "anyone": false, "scopes": ["orders:read"], "groups": ["admins"] }""",
            """{ "route": "$connect" }""",
            """{ "route": "GET /a%2Fb" }""",
            """{ "claims": { "custom:tenant_id": ["blue", "${TENANT}"], "/org/id": [7, true] }, "when": null }""",
            """{ "anyone": true, "when": { "header.X-Secret": { "equals": "${SECRET}" } } }""",
            """{ "claims": null, "when": { "query.a b": { "present": false }, "stageVariable.x": { "prefix": "b" } } }""",
        ],
        bad:
        [
            """{ "route": null }""",
            """{ "anyone": true, "scopes": ["orders:read"] }""",
            """{ "anyone": true, "groups": ["admins"] }""",
            """{ "scopes": [] }""",
            """{ "groups": [] }""",
            """{ "scope": ["orders:read"] }""",
            """{ "route": "TRACE" }""",
            """{ "route": "GET /a%2fb" }""",
            """{ "anyone": true, "claims": { "a": ["b"] } }""",
            """{ "claims": {} }""",
            """{ "claims": { "": ["b"] } }""",
            """{ "claims": { "a": [] } }""",
            """{ "claims": { "a": null } }""",
            """{ "claims": { "a": "b" } }""",
            """{ "claims": [] }""",
            """{ "when": {} }""",
            """{ "when": [] }""",
            """{ "when": { "header.X": null } }""",
            """{ "when": { "header.X": "a" } }""",
            """{ "when": { "header.X": {} } }""",
            """{ "when": { "header.": { "present": true } } }""",
            """{ "when": { "header.a b": { "present": true } } }""",
            """{ "when": { "cookie.a": { "present": true } } }""",
            """{ "when": { "subprotocol.a": { "present": true } } }""",
            """{ "when": { "clientCertificate.subject": { "present": true } } }""",
            """{ "when": { "context.identity.": { "present": true } } }""",
            """{ "when": { "sourceIp": { "present": true } } }""",
        ]);

    public static TheoryData<string, string, bool> Condition => MemberRows.Of(
        "$.routes[0].when['header.X-Tenant']",
        good:
        [
            """{ "equals": "a", "in": ["a", "${B}"], "prefix": "a" }""",
            """{ "present": false }""",
            """{ "present": null, "cidr": "203.0.113.9/24" }""",
            """{ "cidr": ["2001:db8::/32", "10.0.0.1"] }""",
        ],
        bad:
        [
            """{ "present": null }""",
            """{ "present": null, "equals": null }""",
            """{ "present": "true" }""",
            """{ "equals": "" }""",
            """{ "equals": ["a"] }""",
            """{ "in": [] }""",
            """{ "in": "a" }""",
            """{ "in": [""] }""",
            """{ "prefix": "" }""",
            """{ "cidr": [] }""",
            """{ "cidr": "" }""",
            """{ "cidr": 10 }""",
            """{ "before": "tomorrow" }""",
            """{ "after": 7 }""",
            """{ "suffix": "a" }""",
            """{ "Equals": "a" }""",
        ]);
}
