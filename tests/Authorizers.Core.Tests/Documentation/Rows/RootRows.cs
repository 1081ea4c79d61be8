namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of the root.</summary>
internal static class RootRows
{
    public static TheoryData<string, string, bool> All => MemberRows.Of(
        "$",
        good:
        [
            """{ "$schema": "docs/authorizer.schema.json" }""",
            """{ "caFile": "roots.pem" }""",
            """{ "caFile": null }""",
            """{ "clockSkew": 0 }""",
            """{ "clockSkew": 600 }""",
            """{ "clockSkew": null }""",
            """{ "context": { "tenant_id": "custom:tenant_id" } }""",
            """{ "context": { "tenant-id": "custom:tenant_id", "_1": "sub" } }""",
            """{ "onUnauthenticated": "deny" }""",
            """{ "verifiedTokens": 0 }""",
            """{ "verifiedTokens": 10000 }""",
            """{ "verifiedTokens": null }""",
            RoutesOf(500),
        ],
        bad:
        [
            RoutesOf(501),
            """{ "issuers": [] }""",
            """{ "issuers": {} }""",
            """{ "issuers": ["https://issuer.example/"] }""",
            """{ "routes": [] }""",
            """{ "routes": null }""",
            """{ "route": null }""",
            """{ "caFile": "" }""",
            """{ "caFile": ["roots.pem"] }""",
            """{ "clockSkew": 601 }""",
            """{ "clockSkew": -1 }""",
            """{ "clockSkew": 1.5 }""",
            """{ "clockSkew": true }""",
            """{ "context": { "tenant.id": "custom:tenant_id" } }""",
            """{ "context": { "1st": "custom:tenant_id" } }""",
            """{ "context": { "-": "custom:tenant_id" } }""",
            """{ "context": { "": "sub" } }""",
            """{ "context": { "principalId": "sub" } }""",
            """{ "context": { "claims": "sub" } }""",
            """{ "context": { "reason": "sub" } }""",
            """{ "context": { "exp": "exp" } }""",
            """{ "context": { "integrationLatency": "sub" } }""",
            """{ "context": { "tenant": null } }""",
            """{ "context": { "tenant": "" } }""",
            """{ "context": [] }""",
            """{ "onUnauthenticated": "Deny" }""",
            """{ "onUnauthenticated": true }""",
            """{ "verifiedTokens": -1 }""",
            """{ "verifiedTokens": 10001 }""",
            """{ "verifiedTokens": 1.5 }""",
            """{ "verifiedTokens": "100" }""",
        ]);

    private static string RoutesOf(int count) =>
        $$"""{ "routes": [{{string.Join(',', Enumerable.Range(0, count).Select(id => $$"""{ "route": "GET /{{id}}" }"""))}}] }""";
}
