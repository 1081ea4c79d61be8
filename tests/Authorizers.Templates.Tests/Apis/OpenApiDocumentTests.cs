using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Tests.Apis;

public sealed class OpenApiDocumentTests
{
    [Theory]
    [InlineData("", "GET /a: Missing")]
    [InlineData("security: [{ Tok: [] }]", "GET /a: Authorizer Tok")]
    [InlineData("security: [{ Pool: [a] }]", "GET /a: Authorizer Pool")]
    [InlineData("security: [{ Sig: [] }]", "GET /a: Iam")]
    [InlineData("security: [{ Key: [] }]", "GET /a: Missing, key")]
    [InlineData("security: [{ api_key: [] }]", "GET /a: Missing, key")]
    [InlineData("security: [{ Tok: [], Key: [] }]", "GET /a: Authorizer Tok, key")]
    [InlineData("security: [{ Key: [] }, { Tok: [] }]", "GET /a: Authorizer Tok, key")]
    [InlineData("security: []", "GET /a: Public")]
    [InlineData("security: [{}]", "GET /a: Public")]
    [InlineData("security: [{ Nobody: [] }]", "GET /a: Authorizer Nobody")]
    [InlineData("security: [{ Foreign: [] }]", "GET /a: Missing")]
    [InlineData("security: [{ Foreign: [] }, { Tok: [] }]", "GET /a: Authorizer Tok")]
    [InlineData("x-amazon-apigateway-auth: { type: AWS_IAM }", "GET /a: Iam")]
    [InlineData("x-amazon-apigateway-auth: { type: NONE }", "GET /a: Public")]
    public void An_operation_asks_for_what_its_security_names(string operation, string expected)
    {
        Assert.Equal([expected], Found.Only(Rest($"get: {{ {operation} }}")).Routes());
        Assert.Equal([expected], Found.Only(Third($"get: {{ {operation} }}")).Routes());
    }

    [Theory]
    [InlineData("security: [{ Tok: [] }]", "", "GET /a: Authorizer Tok")]
    [InlineData("security: [{ Tok: [] }, { Key: [] }]", "", "GET /a: Authorizer Tok, key")]
    [InlineData("security: [{ Tok: [] }, { Key: [] }]", "security: [{ Sig: [] }]", "GET /a: Iam")]
    [InlineData("security: [{ Tok: [] }]", "security: [{ Key: [] }]", "GET /a: Missing, key")]
    [InlineData("security: [{ Tok: [] }]", "security: []", "GET /a: Public")]
    public void The_security_of_the_document_holds_where_an_operation_says_nothing(string root, string own, string expected) =>
        Assert.Equal([expected], Found.Only(Rest($"get: {{ {own} }}", root)).Routes());

    [Theory]
    [InlineData("x-amazon-apigateway-any-method: {}", "ANY /a: Missing")]
    [InlineData("POST: {}", "POST /a: Missing")]
    [InlineData("trace: {}", "TRACE /a: Missing")]
    [InlineData("get: ", "GET /a: Missing")]
    [InlineData("options: { x-amazon-apigateway-integration: { type: MOCK } }", "OPTIONS /a: Public")]
    [InlineData("options: { x-amazon-apigateway-integration: { type: aws_proxy } }", "OPTIONS /a: Missing")]
    [InlineData("get: { x-amazon-apigateway-integration: { type: mock } }", "GET /a: Missing")]
    [InlineData("parameters: []", null)]
    [InlineData("summary: x", null)]
    public void The_operations_of_a_path_are_its_routes(string item, string? expected)
    {
        ApiDefinition api = Found.Only(Rest(item));

        Assert.Equal(expected is null ? [] : [expected], api.Routes());
        Assert.Equal(expected is not null && expected.StartsWith("OPTIONS", StringComparison.Ordinal), api.HasCors);
    }

    [Theory]
    [InlineData("/$default")]
    [InlineData("$default")]
    public void The_default_route_of_an_HTTP_API_is_a_route_key(string path) =>
        Assert.Equal(
            ["$default: Missing"],
            Found.Only($$"""
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties: { Body: { paths: { {{path}}: { x-amazon-apigateway-any-method: {} } } } }
                """).Routes());

    [Fact]
    public void Authorizers_are_the_schemes_with_API_Gateways_extension()
    {
        string[] expected =
        [
            "Tok: Token of Fn by header.X-Token, ttl 0, matching ^x$", "Req: Request of Fn by header.A+query.b+context.c, ttl 60",
            "Pool: BuiltIn by header.Authorization",
        ];

        Assert.Equal(expected, Found.Only(Rest("{}")).Authorizers());
        Assert.Equal(expected, Found.Only(Third("{}")).Authorizers());
        Assert.Equal(
            [
                "Fun: Request of Fn by header.Authorization+context.routeKey, ttl 30, format 2.0, simple",
                "Jwt: BuiltIn by header.A",
            ],
            Found.Only("""
                Resources:
                  Fn: { Type: AWS::Serverless::Function }
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Body:
                        components:
                          securitySchemes:
                            Fun:
                              type: apiKey
                              name: Unused
                              in: header
                              x-amazon-apigateway-authorizer:
                                type: request
                                authorizerUri: !Sub "arn:aws:apigateway:x:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations"
                                identitySource: [$request.header.Authorization, $context.routeKey]
                                authorizerPayloadFormatVersion: "2.0"
                                authorizerResultTtlInSeconds: 30
                                enableSimpleResponses: true
                            Jwt:
                              type: oauth2
                              x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.A }
                """).Authorizers());
    }

    [Fact]
    public void Settings_of_the_document_are_read()
    {
        ApiDefinition api = Found.Only(Rest("{}", """
            x-amazon-apigateway-api-key-source: authorizer
                    x-amazon-apigateway-cors: { allowOrigins: [x] }
                    x-amazon-apigateway-endpoint-configuration: { disableExecuteApiEndpoint: true }
                    x-amazon-apigateway-gateway-responses:
                      DEFAULT_4XX:
                        responseParameters:
                          gatewayresponse.header.Access-Control-Allow-Origin: "'*'"
                          gatewayresponse.header.access-control-allow-origin: "'https://a'"
                          other: x
                      UNAUTHORIZED: {}
            """));

        Assert.Equal(("AUTHORIZER", true, true), (api.ApiKeySource, api.HasCors, api.DefaultEndpointDisabled));
        Assert.Equal(["DEFAULT_4XX", "UNAUTHORIZED"], api.GatewayResponses.Select(response => response.Type));
        Assert.Equal(
            [KeyValuePair.Create("access-control-allow-origin", "'https://a'")], api.GatewayResponses[0].Headers);
        Assert.True(Found.Only(
            Rest("{}", "servers: [{ x-amazon-apigateway-endpoint-configuration: { disableExecuteApiEndpoint: true } }]"))
            .DefaultEndpointDisabled);
        Assert.False(Found.Only(Rest("{}", "servers: [{ url: x }]")).DefaultEndpointDisabled);
    }

    [Theory]
    [InlineData("$ref: x", "The path /a stands elsewhere ($ref): it is not read.")]
    [InlineData(
        "get: { security: [{ Foreign: [] }] }",
        "API Gateway asks for nothing by Foreign: the scheme has no x-amazon-apigateway-authorizer.")]
    [InlineData(
        "get: { security: [{ Tok: [] }, { Sig: [] }] }",
        "Several authorizers are named; API Gateway asks one, and here the first is taken for it.")]
    public void What_is_not_understood_is_noted(string item, string note) =>
        Assert.Equal([note], Found.Only(Rest(item)).Notes.Select(said => said.Text));

    [Theory]
    [InlineData("get: x", "GET /a is a text, not a map.")]
    [InlineData("get: { security: x }", "security is a text, not a list.")]
    [InlineData("get: { security: [x] }", "security is a text, not a map.")]
    public void A_part_of_the_wrong_shape_is_refused(string item, string message) =>
        Assert.Equal(message, Assert.Throws<TemplateException>(() => Found.Of(Rest(item))).Message);

    private static string Rest(string item, string root = "info: {}") => Document("securityDefinitions:", item, root);

    private static string Third(string item) => Document("components:\n          securitySchemes:", item, "openapi: 3.0.1");

    private static string Document(string schemes, string item, string root) => $$"""
        Resources:
          Fn: { Type: AWS::Lambda::Function }
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Body:
                {{root}}
                paths:
                  /a: {{(item == "{}" ? item : $"{{ {item} }}")}}
                {{schemes}}
                    Tok:
                      type: apiKey
                      name: X-Token
                      in: header
                      x-amazon-apigateway-authorizer:
                        type: token
                        authorizerUri: !Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/x/${Fn.Arn}/invocations"
                        authorizerResultTtlInSeconds: 0
                        identityValidationExpression: "^x$"
                    Req:
                      type: apiKey
                      name: Unused
                      in: header
                      x-amazon-apigateway-authorizer:
                        type: request
                        authorizerUri: !GetAtt Fn.Arn
                        identitySource: "method.request.header.A, method.request.querystring.b,context.c"
                        authorizerResultTtlInSeconds: 60
                    Pool:
                      type: apiKey
                      name: Authorization
                      in: header
                      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [a] }
                    Sig: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
                    Key: { type: apiKey, name: X-API-Key, in: header }
                    Foreign: { type: oauth2 }
        """;
}
