namespace Authorizers.Cli.Policies;

/// <summary>What a shell must know before the first probe.</summary>
internal static class ProbePreparation
{
    /// <summary>The test API, for whoever has none.</summary>
    public const string TestApi = """
        authorizers policy probe --template > probe.template.json
        aws cloudformation deploy --stack-name authorizers-probe --template-file probe.template.json --capabilities CAPABILITY_IAM
        aws cloudformation describe-stacks --stack-name authorizers-probe --query 'Stacks[0].Outputs'
        """;

    /// <summary>To be rid of it.</summary>
    public const string Afterwards = "aws cloudformation delete-stack --stack-name authorizers-probe";

    private const string DefaultFunction = "authorizers-probe";

    private const string DefaultRegion = """
        "$(aws configure get region)"
        """;

    private const string FirstAuthorizer = """
        "$(aws apigateway get-authorizers --rest-api-id "$API" --region "$REGION" --query 'items[0].id' --output text)"
        """;

    private const string HttpApi = """
        case "$REGION" in cn-*) DOMAIN=amazonaws.com.cn ;; eusc-*) DOMAIN=amazonaws.eu ;; *) DOMAIN=amazonaws.com ;; esac
        URL="https://$API.execute-api.$REGION.$DOMAIN/$STAGE"
        HTTP_API="$(aws apigatewayv2 get-apis --region "$REGION" \
          --query "Items[?Name=='authorizers-probe'].ApiId | [0]" --output text)"
        HTTP_AUTHORIZER="$(aws apigatewayv2 get-authorizers --api-id "$HTTP_API" --region "$REGION" \
          --query 'Items[0].AuthorizerId' --output text)"
        HTTP_URL="https://$HTTP_API.execute-api.$REGION.$DOMAIN"
        """;

    /// <summary>The test API's authorizer gets an answer in base64, fills in the ARNs and returns it.</summary>
    private const string Functions = """
        encode() { printf '%s' "$1" | base64 | tr -d '\n'; }
        # statements of policies
        allow() { printf '{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"%s"}' "$1"; }
        allow_if() { printf '{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"%s","Condition":{%s}}' "$1" "$2"; }
        deny() { printf '{"Effect":"Deny","Action":"execute-api:Invoke","Resource":"%s"}' "$1"; }
        deny_all_but() { printf '{"Effect":"Deny","Action":"execute-api:Invoke","NotResource":"%s"}' "$1"; }
        # answer MEMBERS STATEMENTS: what an authorizer returns
        answer() { printf '{%s,"policyDocument":{"Version":"2012-10-17","Statement":[%s]}}' "$1" "$2"; }
        # send URL ANSWER: what the client gets when it is returned
        send() {
          curl --silent --show-error --path-as-is --globoff --header "Authorization: $(encode "$2")" \
            --write-out '\n%{http_code} after %{time_total} s\n' "$1"
        }
        # ask PATH STATEMENTS: the same for a policy of these statements, of the REST API and of the HTTP API
        ask() { send "$URL$1" "$(answer '"principalId":"probe"' "$2")"; }
        ask_http() { send "$HTTP_URL$1" "$(answer '"principalId":"probe"' "$2")"; }
        # calls: what the authorizer was called with in the last minutes; logs come late
        calls() { sleep 20; aws logs tail "/aws/lambda/$FUNCTION" --region "$REGION" --since 3m --filter-pattern PROBE; }
        # set_authorizer MEMBER VALUE: changes the REST API's authorizer, deploys it, and waits until that is everywhere
        set_authorizer() {
          aws apigateway update-authorizer --rest-api-id "$API" --authorizer-id "$AUTHORIZER" --region "$REGION" \
            --patch-operations "op=replace,path=$1,value=$2"
          aws apigateway create-deployment --rest-api-id "$API" --stage-name "$STAGE" --region "$REGION"
          sleep 60
        }
        # set_simple SWITCH: changes the HTTP API's authorizer
        set_simple() {
          aws apigatewayv2 update-authorizer --api-id "$HTTP_API" --authorizer-id "$HTTP_AUTHORIZER" --region "$REGION" "$1"
          sleep 60
        }
        """;

    public static string Of(ProbeArguments arguments) => string.Join(
        '\n',
        $"API='{arguments.RestApi}'",
        $"STAGE='{arguments.Stage}'",
        $"FUNCTION='{arguments.FunctionName ?? DefaultFunction}'",
        $"REGION={(arguments.Region is { } region ? $"'{region}'" : DefaultRegion)}",
        $"AUTHORIZER={(arguments.Authorizer is { } authorizer ? $"'{authorizer}'" : FirstAuthorizer)}",
        HttpApi,
        Functions);
}
