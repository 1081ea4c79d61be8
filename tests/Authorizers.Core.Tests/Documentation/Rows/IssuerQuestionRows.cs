namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Members of what tells how an issuer is asked.</summary>
internal static class IssuerQuestionRows
{
    public static TheoryData<string, string, bool> KeyRefresh => MemberRows.Of(
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

    public static TheoryData<string, string, bool> Introspection => MemberRows.Of(
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
}
