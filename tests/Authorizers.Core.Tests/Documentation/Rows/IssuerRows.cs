namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of an issuer.</summary>
internal static class IssuerRows
{
    public static TheoryData<string, string, bool> All => MemberRows.Of(
        "$.issuers[0]",
        good:
        [
            """{ "issuer": "https://${TENANT}.example/" }""",
            """{ "discovery": "https://login.example/x", "jwksUri": "HTTPS://login.example" }""",
            """{ "jwksUri": "${KEYS}" }""",
            """{ "jwksUri": "http://localhost:8080/keys", "allowHttp": true }""",
            """{ "jwksFile": "keys/issuer.jwks.json" }""",
            """{ "jwksFile": "keys/issuer.jwks.json", "keyRefresh": null }""",
            """{ "jwksFile": "keys/issuer.jwks.json", "keyRefresh": {}, "jwksUri": "https://login.example/keys" }""",
            """{ "jwksFile": "keys/issuer.jwks.json", "keyRefresh": {}, "discovery": "https://login.example/x" }""",
            """{ "keyRefresh": {} }""",
            """{ "audiences": null, "anyAudience": true }""",
            """{ "anyAudience": false }""",
            """{ "algorithms": ["ES512", "PS384"] }""",
            """{ "scopeClaims": [], "groupClaims": [] }""",
            """{ "clientIds": [], "tokenTypes": [], "alternateIssuers": [] }""",
            """{ "tokenUse": "access" }""",
            """{ "tokenUse": "id", "maxTokenAge": 1 }""",
            """{ "tokenUse": null, "maxTokenAge": "366.00:00:00" }""",
            """{ "requiredClaims": {} }""",
            """{ "requiredClaims": { "acr": ["high", "${ACR}"], "/org/id": [7, true] } }""",
        ],
        bad:
        [
            """{ "issuer": "" }""",
            """{ "issuer": "https://${tenant}.example/" }""",
            """{ "jwksUri": "login.example/keys" }""",
            """{ "jwksUri": "ftp://login.example/keys" }""",
            """{ "jwksUri": "https://user@login.example/keys" }""",
            """{ "jwksFile": "keys/issuer.jwks.json", "keyRefresh": {} }""",
            """{ "jwksFile": "keys/issuer.jwks.json", "keyRefresh": {}, "jwksUri": null }""",
            """{ "keyRefresh": [] }""",
            """{ "allowHttp": "true" }""",
            """{ "audiences": [] }""",
            """{ "audiences": "orders-api" }""",
            """{ "audiences": [null] }""",
            """{ "audiences": null }""",
            """{ "audiences": null, "anyAudience": false }""",
            """{ "anyAudience": true }""",
            """{ "algorithms": ["HS256"] }""",
            """{ "algorithms": ["none"] }""",
            """{ "algorithms": [] }""",
            """{ "tokenUse": "Access" }""",
            """{ "tokenUse": "" }""",
            """{ "maxTokenAge": 0 }""",
            """{ "maxTokenAge": 31622401 }""",
            """{ "requiredClaims": [] }""",
            """{ "requiredClaims": { "acr": "high" } }""",
            """{ "requiredClaims": { "acr": [] } }""",
            """{ "requiredClaims": { "acr": [null] } }""",
            """{ "requiredClaims": { "acr": [{}] } }""",
            """{ "requiredClaims": { "acr": [""] } }""",
            """{ "requiredClaims": { "": ["high"] } }""",
        ]);
}
