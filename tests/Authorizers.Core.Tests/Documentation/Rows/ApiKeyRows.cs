namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of <c>apiKey</c>. The level has a table and one pepper, <c>1</c>.</summary>
internal static class ApiKeyRows
{
    private const string Pepper = "\"worthless, but of thirty-two let\"";

    public static TheoryData<string, string, bool> Lookup => MemberRows.Of(
        "$.apiKey",
        good:
        [
            "{}",
            """{ "table": "arn:aws:dynamodb:eu-west-1:123456789012:table/api-keys", "region": "eu-west-1" }""",
            """{ "table": "${KEYS_TABLE}", "region": null, "endpoint": null, "consistentRead": null }""",
            """{ "table": "a_b", "endpoint": "http://localhost:8000", "consistentRead": true }""",
            """{ "endpoint": "${ENDPOINT}" }""",
            """{ "table": null, "recordsFile": "keys.jsonl" }""",
            """{ "cacheFor": 60, "cacheUnknownFor": 30 }""",
            """{ "cacheFor": 0, "cacheUnknownFor": 0 }""",
            """{ "cacheFor": "00:01:00", "cacheUnknownFor": "00:00:30" }""",
            """{ "cacheFor": null, "cacheUnknownFor": null }""",
        ],
        bad:
        [
            """{ "table": null }""",
            """{ "recordsFile": "keys.jsonl" }""",
            """{ "table": null, "recordsFile": "keys.jsonl", "region": "eu-west-1" }""",
            """{ "table": null, "recordsFile": "keys.jsonl", "endpoint": "https://dynamodb.example/" }""",
            """{ "table": null, "recordsFile": "keys.jsonl", "consistentRead": false }""",
            """{ "table": null, "recordsFile": "" }""",
            """{ "table": "ab" }""",
            """{ "table": "api keys" }""",
            """{ "table": ["api-keys"] }""",
            """{ "region": "EU-WEST-1" }""",
            """{ "region": "" }""",
            """{ "endpoint": "localhost:8000" }""",
            """{ "endpoint": "ftp://localhost" }""",
            """{ "consistentRead": "true" }""",
            """{ "cacheFor": 61 }""",
            """{ "cacheFor": "00:01:01" }""",
            """{ "cacheFor": -1 }""",
            """{ "cacheUnknownFor": 31 }""",
            """{ "cacheUnknownFor": "00:00:31" }""",
            """{ "cacheUnknownFor": 1.5 }""",
            """{ "cache": 1 }""",
        ]);

    public static TheoryData<string, string, bool> Format => MemberRows.Of(
        "$.apiKey",
        good:
        [
            """{ "sources": null, "prefix": null }""",
            """{ "sources": ["header.Authorization", "query.key", "cookie.key", "subprotocol.key"], "prefix": "k1" }""",
            """{ "sources": ["header.${NAME}"], "prefix": "abcdefghij" }""",
            """{ "peppers": null }""",
            """{ "pepper": "1", "allowUnpeppered": true }""",
            """{ "pepper": null, "allowUnpeppered": null }""",
            """{ "peppers": { "2026.01": "${PEPPER}" } }""",
            $$"""{ "peppers": { "1": {{Pepper}}, "2": {{Pepper}} }, "pepper": "2" }""",
        ],
        bad:
        [
            """{ "sources": [] }""",
            """{ "sources": "header.x-api-key" }""",
            """{ "sources": ["x-api-key"] }""",
            """{ "sources": ["context.identity.apiKey"] }""",
            """{ "prefix": "k" }""",
            """{ "prefix": "abcdefghijk" }""",
            """{ "prefix": "1k" }""",
            """{ "prefix": "Gla" }""",
            """{ "prefix": "g_a" }""",
            """{ "peppers": {} }""",
            """{ "peppers": [] }""",
            """{ "peppers": { "1": "short" } }""",
            """{ "peppers": { "1": null } }""",
            """{ "peppers": { "1": "" } }""",
            $$"""{ "peppers": { "a b": {{Pepper}} } }""",
            $$"""{ "peppers": { "": {{Pepper}} } }""",
            $$"""{ "peppers": { "123456789012345678901234567890123": {{Pepper}} } }""",
            $$"""{ "peppers": { "1": {{Pepper}}, "2": {{Pepper}} } }""",
            """{ "peppers": null, "pepper": "1" }""",
            """{ "allowUnpeppered": "true" }""",
            """{ "pepper": 1 }""",
        ]);
}
