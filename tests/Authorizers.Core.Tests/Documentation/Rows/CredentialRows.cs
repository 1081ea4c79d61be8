namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>What callers must present, and what is then needed beside it.</summary>
internal static class CredentialRows
{
    /// <summary>Of the root: the sections that go with each other.</summary>
    public static TheoryData<string, string, bool> Sections => MemberRows.Of(
        "$",
        good:
        [
            """{ "credentials": null, "apiKey": null }""",
            """{ "apiKey": { "table": "api-keys" } }""",
            """{ "apiKey": { "table": "api-keys" }, "issuers": null }""",
            """{ "credentials": { "allOf": ["bearer"] } }""",
            """{ "credentials": { "anyOf": ["bearer"] } }""",
            """{ "credentials": { "allOf": ["apiKey"] }, "apiKey": { "table": "api-keys" }, "issuers": null }""",
            """{ "credentials": { "anyOf": ["apiKey", "bearer"] }, "apiKey": { "recordsFile": "keys.jsonl" } }""",
        ],
        bad:
        [
            """{ "issuers": null }""",
            """{ "issuers": null, "apiKey": null }""",
            """{ "apiKey": {} }""",
            """{ "apiKey": [] }""",
            """{ "apiKey": "api-keys" }""",
            """{ "credentials": "apiKey" }""",
            """{ "credentials": ["apiKey"] }""",
            """{ "credentials": { "allOf": ["apiKey"] } }""",
            """{ "credentials": { "allOf": ["apiKey"] }, "apiKey": null }""",
            """{ "credentials": { "anyOf": ["bearer", "apiKey"] } }""",
            """{ "credentials": { "anyOf": [] } }""",
            """{ "credentials": { "anyOf": [""] } }""",
            """{ "credentials": { "anyOf": ["bearer", "bearer"] } }""",
            """{ "apiKey": { "table": "api-keys", "allowUnpeppered": true } }""",
            """{ "apiKey": { "table": "api-keys", "allowUnpeppered": false } }""",
            """{ "credentials": { "allOf": ["bearer"] }, "issuers": null }""",
            """{ "credentials": { "anyOf": ["bearer"] }, "apiKey": { "table": "api-keys" }, "issuers": null }""",
            """{ "credentials": { "allOf": ["apiKey", "bearer"] }, "apiKey": { "table": "api-keys" }, "issuers": null }""",
        ]);

    public static TheoryData<string, string, bool> Credentials => MemberRows.Of(
        "$.credentials",
        good:
        [
            """{ "allOf": ["apiKey"] }""",
            """{ "allOf": ["bearer", "apiKey"], "anyOf": null }""",
        ],
        bad:
        [
            """{ "allOf": null }""",
            """{ "allOf": ["bearer"], "anyOf": ["bearer"] }""",
            """{ "allOf": [] }""",
            """{ "allOf": "bearer" }""",
            """{ "allOf": ["Bearer"] }""",
            """{ "allOf": ["apiKey", "apiKey"] }""",
            """{ "allOf": ["apiKey", null] }""",
            """{ "allOf": ["apiKey", "mtls"] }""",
            """{ "oneOf": ["bearer"] }""",
        ]);

    public static TheoryData<string, string, bool> Bearer => MemberRows.Of(
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
}
