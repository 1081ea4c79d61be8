namespace Authorizers.Cli.Policies;

/// <summary>
/// The probes, in the order of their numbers. What their commands call is in the preparation; the test API's authorizer fills in
/// <c>&lt;stage&gt;</c>, <c>&lt;target&gt;</c> and <c>&lt;partition&gt;</c>.
/// </summary>
internal static class ProbeList
{
    public static IReadOnlyList<Probe> All { get; } =
    [
        new(
            "Does a * in a Deny cross a colon of the path?",
            """
            ask /a:b/c "$(allow '*'),$(deny '<stage>/GET/*/c')"
            ask /a/b/c "$(allow '*'),$(deny '<stage>/GET/*/c')"
            ask /a:b:c "$(allow '*'),$(deny '<stage>/GET/a:*')"
            """,
            new("403, 403, 403", "It does: a Deny with * holds for paths with colons, as the evaluator has it."),
            new("200 first", "It does not: a path with a colon slips past such a Deny. Refuse colons in parameters.")),
        new(
            "Do ?* and * at the end of a resource mean what the policies take them for?",
            """
            ask /a/ "$(allow '<stage>/GET/a/?*')"
            ask /a/x "$(allow '<stage>/GET/a/?*')"
            ask /a/x/y "$(allow '<stage>/GET/a/?*')"
            """,
            new("403, 200, 200", "At least one character, slashes too: as the evaluator has it."),
            new("anything else", "Granted parameters do not cover what they are taken to cover. Report it.")),
        new(
            "Does ${*} stand for an asterisk in an authorizer's policy, as in other policies of IAM?",
            """
            ask '/a*b' "$(allow '<stage>/GET/a${*}b')"
            ask /axb "$(allow '<stage>/GET/a${*}b')"
            """,
            new("200, 403", "It does: the escape is safe."),
            new("403, 403", "It is taken as it is written: a path with an asterisk cannot be granted by name."),
            new("200, 200", "Its asterisk is a wildcard: never write it.")),
        new(
            "How does methodArn spell percent-encoded characters?",
            """
            ask '/%61%2Fb%20c%2a' "$(allow '*')"
            ask_http '/%61%2Fb%20c%2a' "$(allow '*')"
            calls
            """,
            new(
                "methodArn ends in %61%2Fb%20c%2a",
                "As the client spelled it: encoded spellings of refused literals must be refused."),
            new("it ends in a/b c*", "It is decoded: %2F makes segments, and wildcards may come from the client."),
            new("it ends in a%2Fb%20c*, or the like", "It is normalized: write down how."),
            new("routeArn differs", "HTTP APIs do otherwise: decide by routeKey alone.")),
        new(
            "Does methodArn keep trailing and doubled slashes, and is the authorizer asked about them?",
            """
            ask /a/ "$(allow '*')"
            ask /a//b "$(allow '*')"
            ask_http /a/ "$(deny '*')"
            calls
            """,
            new("a/ and a//b", "They are kept: spellings of a refused literal under a granted parameter must be refused."),
            new("a and a/b", "They are folded: those refusals are not needed, and do no harm."),
            new("200 from the HTTP API", "It does not ask its authorizer: backends must insist on requestContext.authorizer.")),
        new(
            "Are DateLessThan of aws:CurrentTime and NumericLessThan of aws:EpochTime honoured in an authorizer's policy?",
            """
            ask /a "$(allow_if '*' '"DateLessThan":{"aws:CurrentTime":"2100-01-01T00:00:00Z"}')"
            ask /a "$(allow_if '*' '"DateLessThan":{"aws:CurrentTime":"2000-01-01T00:00:00Z"}')"
            ask /a "$(allow_if '*' '"NumericLessThan":{"aws:EpochTime":"4102444800"}')"
            ask /a "$(allow_if '*' '"NumericLessThan":{"aws:EpochTime":"946684800"}')"
            """,
            new("200, 403 of a pair", "It is honoured: expiryCondition ends a kept Allow with its token."),
            new("200, 200", "It is ignored: expiryCondition has no effect, and resultTtl alone bounds a kept Allow."),
            new("403 or 500 first", "It is not supported: expiryCondition would refuse everybody.")),
        new(
            "Is IpAddress of aws:SourceIp honoured in an authorizer's policy?",
            """
            ask /a "$(allow_if '*' '"IpAddress":{"aws:SourceIp":["0.0.0.0/0","::/0"]}')"
            ask /a "$(allow_if '*' '"IpAddress":{"aws:SourceIp":"192.0.2.1/32"}')"
            """,
            new("200, 403", "It is: such a condition is held against each call, also when the answer is a kept one."),
            new("200, 200", "It is ignored: never rely on one."),
            new("403 or 500 first", "The key is missing or not known there.")),
        new(
            "May account and region of a resource be *?",
            """
            ask /a "$(allow 'arn:<partition>:execute-api:*:*:<target>/GET/a')"
            ask /a "$(allow '*'),$(deny 'arn:<partition>:execute-api:*:*:<target>/GET/a')"
            """,
            new("200, 403", "They may: policies save the characters, and widen nothing, since the API's id is there."),
            new("403 or 500 first", "They may not in an Allow: resources must be whole."),
            new("200, 200", "They may not in a Deny: it would refuse nothing.")),
        new(
            "Is NotResource honoured in an authorizer's policy?",
            """
            ask /a "$(allow '*'),$(deny_all_but '<stage>/GET/a')"
            ask /b "$(allow '*'),$(deny_all_but '<stage>/GET/a')"
            """,
            new("200, 403", "It is."),
            new(
                "200, 200",
                "It is ignored: where a resource policy allows everything, what such a list leaves out is open. Report it."),
            new("500", "It makes the policy malformed: every call fails. Report it.")),
        new(
            "Is a thrown Unauthorized a 401 on HTTP APIs?",
            """
            send "$HTTP_URL/a" '{"raise":"Unauthorized"}'
            """,
            new("401", "It is: onUnauthenticated may be throw there."),
            new("500 or 403", "It is not: use deny.")),
        new(
            "Are a 401 and a 500 that come from errors kept?",
            """
            set_authorizer /authorizerResultTtlInSeconds 60
            for path in /t1 /t2 /t3; do send "$URL$path" '{"raise":"Unauthorized"}'; done
            for path in /f1 /f2 /f3; do send "$URL$path" '{"raise":"fault"}'; done
            calls
            set_authorizer /authorizerResultTtlInSeconds 0
            """,
            new("calls for all six paths", "Errors are not kept."),
            new("calls for t1 and f1 alone", "They are: a caller with a good token may be refused for the TTL after an outage.")),
        new(
            "Does identityValidationExpression match the whole header, its beginning, or any part of it?",
            """
            set_authorizer /identityValidationExpression eyJ
            ask /a "$(allow '*')"
            set_authorizer /identityValidationExpression yJ
            ask /a "$(allow '*')"
            set_authorizer /identityValidationExpression '.*'
            """,
            new("401, 401", "The whole."),
            new("200, 401", "Its beginning: end expressions with $."),
            new("200, 200", "Any part: begin expressions with ^ and end them with $.")),
        new(
            "Is principalId required, may a context value be null, and which stage does a test call name?",
            """
            send "$URL/a" "$(answer '"context":{}' "$(allow '*')")"
            send "$URL/a" "$(answer '"principalId":"probe","context":{"a":null}' "$(allow '*')")"
            aws apigateway test-invoke-authorizer --rest-api-id "$API" --authorizer-id "$AUTHORIZER" --region "$REGION" \
              --headers "Authorization=$(encode "$(answer '"principalId":"probe"' "$(deny '<stage>/*')")")"
            """,
            new("500 first", "principalId is required; the suite always writes it."),
            new("500 second", "A null makes a response malformed; the suite leaves such keys out."),
            new("the resource in the policy that the third prints", "Its stage is what a test call names.")),
        new(
            "How large may a REST API's answer be, and how long may it take?",
            """
            for n in 8000 16000 64000 256000 1000000; do
              send "$URL/a" "$(answer '"principalId":"probe","pad":'"$n" "$(allow '*')")"
            done
            for n in 9 15 28 35; do
              send "$URL/a" "$(answer '"principalId":"probe","sleep":'"$n" "$(allow '*')")"
            done
            """,
            new("the last 200 of the first loop", "maxResponseBytes may be raised so far."),
            new("the last 200 of the second", "The function's timeout must be below it.")),
        new(
            "Which comes first for a method ARN over 1,600 bytes, the authorizer or the 414?",
            """
            ask "/$(printf '%01700d' 0)" "$(deny '*')"
            calls
            """,
            new("414, no call", "The function never sees such an ARN."),
            new("414 and a call", "It does, and calls the event invalid; the client is told the same."),
            new("403", "The limit is not held: the function answers 500.")),
        new(
            "Does an HTTP API take a policy where simple responses are on, and the other way round?",
            """
            send "$HTTP_URL/a" '{"isAuthorized":true}'
            set_simple --enable-simple-responses
            ask_http /a "$(allow '*')"
            set_simple --no-enable-simple-responses
            """,
            new("500, 500", "Neither: response must be as the API is deployed."),
            new("200 for either", "It does; keep response as the API is deployed all the same.")),
    ];
}
