using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Authorizers.EndToEnd.Tests.Deployment;

/// <summary>What the template becomes in an account: every way into an API, and who may call which function.</summary>
public sealed class SamTranslatorTests(ExpandedTemplate template)
{
    /// <summary>The methods of the REST API and what each asks for; nothing else is served.</summary>
    private static readonly string[] Methods =
    [
        "GET /health", "GET /internal iam", "GET /members members", "GET /metered apiKey+meter", "GET /orders/{id} token",
        "GET /reports request", "OPTIONS /health", "OPTIONS /internal", "OPTIONS /members", "OPTIONS /metered", "OPTIONS /orders",
        "OPTIONS /orders/{id}", "OPTIONS /reports", "POST /orders token",
    ];

    [Fact]
    public async Task Every_method_of_the_REST_API_asks_for_what_it_says_and_preflights_for_nothing()
    {
        JsonObject paths = (await BodyAsync())["paths"]!.AsObject();

        Assert.Equal(
            Methods,
            paths.SelectMany(path => path.Value!.AsObject().Select(
                    method => $"{method.Key.ToUpperInvariant()} {path.Key} {Security(WithCondition(method.Value!))}".TrimEnd()))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>SAM would write a preflight beside a path that is a condition in the words of OpenAPI 2.</summary>
    [Fact]
    public async Task Preflights_are_written_as_OpenAPI_3_wants_them() => Assert.All(
        (await BodyAsync())["paths"]!.AsObject(), path =>
        {
            JsonObject preflight = path.Value!["options"]!.AsObject();
            Assert.DoesNotContain("produces", preflight);
            Assert.All(preflight["responses"]!["200"]!["headers"]!.AsObject(), header => Assert.NotNull(header.Value!["schema"]));
        });

    /// <summary>An Allow of a resource policy makes up for one that IAM does not give.</summary>
    [Fact]
    public async Task The_resource_policy_allows_every_method_but_the_one_that_IAM_decides()
    {
        JsonArray statements = (await BodyAsync())["x-amazon-apigateway-policy"]!["Fn::If"]![1]!["Statement"]!.AsArray();
        JsonNode allow = Assert.Single(statements, statement => (string?)statement!["Effect"] == "Allow")!;
        Regex[] allowed = [.. allow["Resource"]!.AsArray()
            .Select(resource => Regex.Escape((string)resource!).Replace(@"\*", ".*", StringComparison.Ordinal))
            .Select(pattern => new Regex($"^{pattern}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

        Assert.Equal(
            ["GET /internal"],
            Methods.Select(method => string.Join(' ', method.Split(' ')[..2]))
                .Where(method => !allowed.Any(one => one.IsMatch($"execute-api:/live/{method.Replace(" ", "", StringComparison.Ordinal)}"))));
    }

    [Theory]
    [InlineData("token", "token", "TokenAuthorizer", null)]
    [InlineData("request", "request", "RequestAuthorizer", "method.request.header.${TokenHeader}")]
    [InlineData("apiKey", "request", "ApiKeyAuthorizer", "method.request.header.${KeyHeader}")]
    public async Task An_authorizer_of_the_REST_API_asks_its_function_and_keeps_answers_as_the_function_is_told(
        string scheme, string kind, string function, string? identitySource)
    {
        JsonObject authorizer = (await BodyAsync())["components"]!["securitySchemes"]![scheme]!["x-amazon-apigateway-authorizer"]!
            .AsObject();

        Assert.Equal(kind, (string?)authorizer["type"]);
        Assert.Contains($"functions/${{{function}.Arn}}/invocations", Text(authorizer["authorizerUri"]), StringComparison.Ordinal);
        Assert.Equal(identitySource, authorizer["identitySource"] is { } source ? Text(source) : null);
        Assert.Equal("ResultTtl", (string?)authorizer["authorizerResultTtlInSeconds"]!["Ref"]);
        Assert.Equal("ResultTtl", (string?)(await VariablesAsync(function))["RESULT_TTL"]!["Ref"]);
    }

    [Fact]
    public async Task The_HTTP_API_keeps_simple_responses_for_each_route_alone()
    {
        JsonObject authorizer = await template.PropertiesAsync("HttpApiAuthorizer");

        Assert.True((bool)authorizer["EnableSimpleResponses"]!);
        Assert.Equal("2.0", (string?)authorizer["AuthorizerPayloadFormatVersion"]);
        Assert.Equal(["$request.header.${TokenHeader}", "$context.routeKey"], authorizer["IdentitySource"]!.AsArray().Select(Text));
        Assert.Equal("ResultTtl", (string?)authorizer["AuthorizerResultTtlInSeconds"]!["Ref"]);
        Assert.Equal("authorizer.http.json", (string?)(await VariablesAsync("HttpAuthorizer"))["AUTHORIZER_CONFIG"]);
    }

    [Fact]
    public async Task Every_route_of_the_HTTP_and_WebSocket_APIs_but_the_echo_has_the_authorizer_that_it_names()
    {
        IReadOnlyDictionary<string, JsonObject> authorizers = await template.AllAsync("AWS::ApiGatewayV2::Authorizer");
        string[] routes = [.. (await template.AllAsync("AWS::ApiGatewayV2::Route")).Values
            .Select(route => $"{route["RouteKey"]} {route["AuthorizationType"]} {route["AuthorizerId"]?["Ref"]}".TrimEnd())
            .Order(StringComparer.Ordinal)];

        Assert.Equal(
            ["$connect CUSTOM WebSocketApiAuthorizer", "$default", "GET /built-in JWT HttpApiJwtAuthorizer",
                "GET /orders CUSTOM HttpApiAuthorizer"],
            routes);
        Assert.Equal(
            ["HttpApiAuthorizer", "HttpApiJwtAuthorizer", "WebSocketApiAuthorizer"], authorizers.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("AuthorizerResultTtlInSeconds", authorizers["WebSocketApiAuthorizer"]);
    }

    [Fact]
    public async Task The_built_in_authorizer_which_asks_for_no_scope_guards_nothing_of_the_backend() => Assert.EndsWith(
        "/health", Text((await template.PropertiesAsync("HttpApiComparisonIntegration"))["IntegrationUri"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("TokenAuthorizer", "RestApi}/authorizers/*")]
    [InlineData("RequestAuthorizer", "RestApi}/authorizers/*")]
    [InlineData("ApiKeyAuthorizer", "RestApi}/authorizers/*")]
    [InlineData("HttpAuthorizer", "HttpApi}/authorizers/${HttpApiAuthorizer}")]
    [InlineData("WebSocketAuthorizer", "WebSocketApi}/authorizers/${WebSocketApiAuthorizer}")]
    public async Task A_function_is_called_by_its_own_API_in_this_account_and_by_nothing_else(string function, string caller)
    {
        JsonObject permission = Assert.Single(
            (await template.AllAsync("AWS::Lambda::Permission")).Values,
            permission => (string?)permission["FunctionName"]!["Ref"] == function);

        Assert.Equal("lambda:InvokeFunction", (string?)permission["Action"]);
        Assert.Equal("apigateway.amazonaws.com", (string?)permission["Principal"]);
        Assert.Equal("AWS::AccountId", (string?)permission["SourceAccount"]!["Ref"]);
        Assert.Equal(
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + caller, Text(permission["SourceArn"]));
    }

    [Fact]
    public async Task There_are_five_functions_five_permissions_and_five_roles_that_name_what_they_may_touch()
    {
        IReadOnlyDictionary<string, JsonObject> functions = await template.AllAsync("AWS::Lambda::Function");
        Assert.Equal(5, functions.Count);
        Assert.Equal(5, (await template.AllAsync("AWS::Lambda::Permission")).Count);
        foreach ((string id, JsonObject function) in functions)
        {
            Assert.Equal($"{id}Role", (string?)function["Role"]!["Fn::GetAtt"]![0]);
            JsonObject role = await template.PropertiesAsync($"{id}Role");
            Assert.DoesNotContain("ManagedPolicyArns", role);
            JsonArray statements = role["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
            Assert.All(
                statements.Where(statement => (string?)(statement!["Resource"] as JsonValue) == "*"),
                statement => Assert.Equal(["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
                    statement!["Action"]!.AsArray().Select(action => (string?)action)));
        }
    }

    [Fact]
    public async Task A_function_is_native_small_traced_and_short_of_time()
    {
        foreach (JsonObject function in (await template.AllAsync("AWS::Lambda::Function")).Values)
        {
            Assert.Equal("provided.al2023", (string?)function["Runtime"]);
            Assert.Equal("bootstrap", (string?)function["Handler"]);
            Assert.Equal("Architecture", (string?)Assert.Single(function["Architectures"]!.AsArray())!["Ref"]);
            Assert.Equal(256, (int)function["MemorySize"]!);
            Assert.Equal(5, (int)function["Timeout"]!);
            Assert.Equal("Active", (string?)function["TracingConfig"]!["Mode"]);
        }
    }

    [Fact]
    public async Task Usage_plans_meter_the_stage_of_the_REST_API_by_what_authorizers_answer()
    {
        IReadOnlyDictionary<string, JsonObject> plans = await template.AllAsync("AWS::ApiGateway::UsagePlan");
        JsonObject stage = await template.PropertiesAsync("RestApiStage");

        Assert.Equal(["PremiumPlan", "StandardPlan"], plans.Keys.Order(StringComparer.Ordinal));
        Assert.All(plans.Values, plan =>
        {
            JsonNode metered = Assert.Single(plan["ApiStages"]!.AsArray())!;
            Assert.Equal("RestApi", (string?)metered["ApiId"]!["Ref"]);
            Assert.True(JsonNode.DeepEquals(stage["StageName"], metered["Stage"]));
        });
        Assert.Equal(
            ["PremiumMeter PremiumPlan", "StandardMeter StandardPlan"],
            (await template.AllAsync("AWS::ApiGateway::UsagePlanKey")).Values
                .Select(key => $"{key["KeyId"]!["Ref"]} {key["UsagePlanId"]!["Ref"]}").Order(StringComparer.Ordinal));
        Assert.Equal("AUTHORIZER", (string?)(await template.PropertiesAsync("RestApi"))["ApiKeySourceType"]);
    }

    [Theory]
    [InlineData("UNAUTHORIZED", "401")]
    [InlineData("ACCESS_DENIED", "403")]
    [InlineData("INVALID_API_KEY", "403")]
    [InlineData("THROTTLED", "429")]
    [InlineData("QUOTA_EXCEEDED", "429")]
    [InlineData("DEFAULT_4XX", null)]
    [InlineData("DEFAULT_5XX", null)]
    public async Task A_page_can_read_what_API_Gateway_answers_itself(string type, string? status)
    {
        JsonNode response = (await BodyAsync())["x-amazon-apigateway-gateway-responses"]![type]!;

        Assert.Equal(status, (string?)response["statusCode"]);
        Assert.Equal(
            "'${PageOrigin}'", Text(response["responseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]));
    }

    [Fact]
    public async Task A_401_says_what_is_asked_for_and_a_403_why()
    {
        JsonNode responses = (await BodyAsync())["x-amazon-apigateway-gateway-responses"]!;

        Assert.Equal(
            "'Bearer'", (string?)responses["UNAUTHORIZED"]!["responseParameters"]!["gatewayresponse.header.WWW-Authenticate"]);
        Assert.Contains(
            "\"reason\":\"$context.authorizer.reason\"",
            (string?)responses["ACCESS_DENIED"]!["responseTemplates"]!["application/json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/orders", "post", "body")]
    [InlineData("/reports", "get", "parameters")]
    public async Task What_a_method_needs_of_its_call_is_checked_by_API_Gateway(string path, string method, string validator)
    {
        JsonObject body = await BodyAsync();

        Assert.Equal(validator, (string?)body["paths"]![path]![method]!["x-amazon-apigateway-request-validator"]);
        JsonNode checks = body["x-amazon-apigateway-request-validators"]![validator]!;
        Assert.True((bool)checks[validator == "body" ? "validateRequestBody" : "validateRequestParameters"]!);
    }

    [Fact]
    public async Task An_order_goes_into_the_queue_by_a_role_that_may_do_nothing_else()
    {
        JsonNode integration = (await BodyAsync())["paths"]!["/orders"]!["post"]!["x-amazon-apigateway-integration"]!;
        JsonNode statement = Assert.Single((await template.PropertiesAsync("RestApiQueueRole"))["Policies"]![0]!["PolicyDocument"]!
            ["Statement"]!.AsArray())!;

        Assert.Equal("RestApiQueueRole", (string?)integration["credentials"]!["Fn::GetAtt"]![0]);
        Assert.EndsWith(":sqs:path/${AWS::AccountId}/${Orders.QueueName}", Text(integration["uri"]), StringComparison.Ordinal);
        Assert.Equal("sqs:SendMessage Orders", $"{statement["Action"]} {statement["Resource"]!["Fn::GetAtt"]![0]}");
    }

    private async Task<JsonObject> BodyAsync() => (await template.PropertiesAsync("RestApi"))["Body"]!.AsObject();

    private async Task<JsonObject> VariablesAsync(string function) =>
        (await template.PropertiesAsync(function))["Environment"]!["Variables"]!.AsObject();

    /// <summary>What holds when its condition does.</summary>
    private static JsonNode WithCondition(JsonNode node) => node["Fn::If"] is { } choice ? choice[1]! : node;

    private static string Security(JsonNode method) => string.Join(
        '+', (method["security"]?.AsArray() ?? []).SelectMany(all => all!.AsObject().Select(one => one.Key)));

    private static string Text(JsonNode? node) => node is JsonObject function ? (string)function["Fn::Sub"]! : (string)node!;
}
