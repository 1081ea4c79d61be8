namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of the root that tell of the API and of its answers.</summary>
internal static class DeploymentRows
{
    public static TheoryData<string, string, bool> All => MemberRows.Of(
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
}
