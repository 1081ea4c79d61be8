using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation;

public sealed class SchemaAndLoaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public static TheoryData<string, string, bool> RootMembers => Rows(
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

    /// <summary>Of the root too: what is told of the API and of its answers.</summary>
    public static TheoryData<string, string, bool> DeploymentMembers => Rows(
        "$",
        good:
        [
            """{ "identitySources": [] }""",
            """{ "identitySources": ["header.X-Tenant", "query.tenant", "stageVariable.tenant", "context.identity.sourceIp"] }""",
            """{ "identitySources": ["header.${NAME}"] }""",
            """{ "bearer": null, "identitySources": null }""",
            """{ "bearer": {} }""",
            """{ "resultTtl": 0, "response": "policy" }""",
            """{ "resultTtl": 3600, "response": "simple" }""",
            """{ "resultTtl": "01:00:00", "response": null }""",
            """{ "resultTtl": "3599" }""",
            """{ "maxContextBytes": 256 }""",
            """{ "maxContextBytes": 8192 }""",
            """{ "maxContextBytes": null }""",
            """{ "maxResponseBytes": 1024 }""",
            """{ "maxResponseBytes": 1048576 }""",
            """{ "maxResponseBytes": null }""",
            """{ "expiryCondition": true }""",
            """{ "expiryCondition": null }""",
        ],
        bad:
        [
            """{ "identitySources": "header.Authorization" }""",
            """{ "identitySources": ["Authorization"] }""",
            """{ "identitySources": ["header."] }""",
            """{ "identitySources": ["cookie.session"] }""",
            """{ "identitySources": ["clientCertificate.subjectDN"] }""",
            """{ "identitySources": [null] }""",
            """{ "bearer": [] }""",
            """{ "resultTtl": 3601 }""",
            """{ "resultTtl": "3601" }""",
            """{ "resultTtl": "01:00:01" }""",
            """{ "resultTtl": -1 }""",
            """{ "response": "Simple" }""",
            """{ "response": "" }""",
            """{ "maxContextBytes": 255 }""",
            """{ "maxResponseBytes": 1023 }""",
            """{ "maxResponseBytes": 1048577 }""",
            """{ "maxResponseBytes": "8192" }""",
            """{ "expiryCondition": "true" }""",
            """{ "expiryCondition": 1 }""",
            """{ "maxContextBytes": 8193 }""",
            """{ "maxContextBytes": "4096" }""",
        ]);

    public static TheoryData<string, string, bool> IssuerMembers => Rows(
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

    public static TheoryData<string, string, bool> KeyRefreshMembers => Rows(
        "$.issuers[0].keyRefresh",
        good:
        [
            "{}",
            """{ "refreshAfter": 1, "staleLimit": "7.00:00:00" }""",
            """{ "refreshAfter": "1.00:00:00", "staleLimit": 86400 }""",
            """{ "fetchTimeout": "10", "backOff": 1, "backOffLimit": "01:00:00" }""",
            """{ "unknownKeyBurst": 1, "unknownKeyCount": 10000 }""",
            """{ "unknownKeyInterval": 0, "unknownKeyMemory": 0, "unknownKeyRefill": 3600 }""",
            """{ "unknownKeyBurst": null, "refreshAfter": null }""",
        ],
        bad:
        [
            """{ "refreshAfter": 0 }""",
            """{ "refreshAfter": 86401, "staleLimit": 604800 }""",
            """{ "refreshAfter": "1h" }""",
            """{ "refreshAfter": "1:00:00" }""",
            """{ "refreshAfter": true }""",
            """{ "staleLimit": 604801 }""",
            """{ "fetchTimeout": 11 }""",
            """{ "fetchTimeout": 0 }""",
            """{ "backOff": 0 }""",
            """{ "backOffLimit": 3601 }""",
            """{ "unknownKeyBurst": 0 }""",
            """{ "unknownKeyBurst": 101 }""",
            """{ "unknownKeyBurst": "4" }""",
            """{ "unknownKeyBurst": 1.5 }""",
            """{ "unknownKeyRefill": 0 }""",
            """{ "unknownKeyCount": 10001 }""",
            """{ "unknownKeyMemory": -1 }""",
            """{ "maxAge": 60 }""",
        ]);

    public static TheoryData<string, string, bool> IntrospectionMembers => Rows(
        "$.issuers[0].introspection",
        good:
        [
            """{ "endpoint": "${ENDPOINT}", "clientSecret": "${SECRET}" }""",
            """{ "authentication": "client_secret_post", "privateKeyFile": null }""",
            """{ "authentication": "private_key_jwt", "clientSecret": null, "privateKeyFile": "client.pem" }""",
            """
            {
              "authentication": "private_key_jwt", "clientSecret": null, "privateKeyFile": "a.pem", "keyId": "1",
              "algorithm": "PS512"
            }
            """,
            """{ "cacheFor": 0, "cacheInactiveFor": 0 }""",
            """{ "cacheFor": 300, "cacheInactiveFor": 60 }""",
            """{ "cacheFor": "00:05:00", "cacheInactiveFor": "00:01:00" }""",
            """{ "cacheFor": null, "authentication": null }""",
        ],
        bad:
        [
            """{ "endpoint": null }""",
            """{ "endpoint": "issuer.example/introspect" }""",
            """{ "clientId": null }""",
            """{ "clientSecret": null }""",
            """{ "authentication": "client_secret_jwt" }""",
            """{ "authentication": "private_key_jwt" }""",
            """{ "authentication": "private_key_jwt", "privateKeyFile": "client.pem" }""",
            """{ "authentication": "private_key_jwt", "clientSecret": null }""",
            """{ "privateKeyFile": "client.pem" }""",
            """{ "keyId": "1" }""",
            """{ "algorithm": "RS256" }""",
            """{ "authentication": "private_key_jwt", "clientSecret": null, "privateKeyFile": "a.pem", "algorithm": "HS256" }""",
            """{ "cacheFor": 301 }""",
            """{ "cacheInactiveFor": 61 }""",
            """{ "cacheFor": -1 }""",
            """{ "cache": 1 }""",
        ]);

    public static TheoryData<string, string, bool> BearerMembers => Rows(
        "$.bearer",
        good:
        [
            "{}",
            """{ "sources": null }""",
            """{ "sources": ["header.Authorization", "query.access_token", "cookie.session", "subprotocol.bearer"] }""",
            """{ "sources": ["cookie.${NAME}"] }""",
        ],
        bad:
        [
            """{ "sources": [] }""",
            """{ "sources": "header.Authorization" }""",
            """{ "sources": ["header"] }""",
            """{ "sources": ["cookie."] }""",
            """{ "sources": ["context.identity.apiKey"] }""",
            """{ "sources": ["stageVariable.token"] }""",
            """{ "sources": ["header.A", 1] }""",
            """{ "source": ["header.A"] }""",
        ]);

    public static TheoryData<string, string, bool> RouteMembers => Rows(
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

    public static TheoryData<string, string, bool> ConditionMembers => Rows(
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

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(RootMembers))]
    [MemberData(nameof(DeploymentMembers))]
    [MemberData(nameof(IssuerMembers))]
    [MemberData(nameof(KeyRefreshMembers))]
    [MemberData(nameof(IntrospectionMembers))]
    [MemberData(nameof(BearerMembers))]
    [MemberData(nameof(RouteMembers))]
    [MemberData(nameof(ConditionMembers))]
    public void The_schema_and_the_loader_agree_about_a_file(string path, string members, bool good)
    {
        JsonObject file = ConfigurationSchema.SmallestFile();
        JsonObject level = ConfigurationSchema.Levels.Single(candidate => candidate.Path == path).In(file);
        foreach ((string name, JsonNode? value) in JsonNode.Parse(members)!.AsObject())
        {
            level[name] = value?.DeepClone();
        }

        string text = file.ToJsonString();
        Assert.Equal((good, good), (ConfigurationSchema.Accepts(text), _folder.Problems(text).Count == 0));
    }

    private static TheoryData<string, string, bool> Rows(string path, string[] good, string[] bad) =>
        [.. good.Select(members => (path, members, true)), .. bad.Select(members => (path, members, false))];

    private static string RoutesOf(int count) =>
        $$"""{ "routes": [{{string.Join(',', Enumerable.Range(0, count).Select(id => $$"""{ "route": "GET /{{id}}" }"""))}}] }""";
}
