using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Tests.Apis;

public sealed class SamApiTests
{
    private const string SamRest = """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Auth: { Type: AWS::Serverless::Function }
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                Plain: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } }
                Open: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /b, Method: ANY, Auth: { Authorizer: NONE } } }
                Signed: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /c, Method: put, Auth: { Authorizer: AWS_IAM } } }
                Other:
                  Type: Api
                  Properties: { RestApiId: !Ref Api, Path: /d, Method: post, Auth: { Authorizer: Req, ApiKeyRequired: true } }
                Any: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /e } }
                Queue: { Type: SQS, Properties: { Queue: q } }
          Machine:
            Type: AWS::Serverless::StateMachine
            Properties:
              Events:
                Start: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /f, Method: post } }
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: v1
              ApiKeySourceType: authorizer
              DisableExecuteApiEndpoint: true
              Domain:
                DomainName: api.example.com
                MutualTlsAuthentication: { TruststoreUri: s3://b/t.pem }
              GatewayResponses:
                UNAUTHORIZED: { ResponseParameters: { Headers: { WWW-Authenticate: "'Bearer'" } } }
                DEFAULT_4XX: { StatusCode: 400 }
              Auth:
                DefaultAuthorizer: Tok
                Authorizers:
                  Tok:
                    FunctionArn: !GetAtt Auth.Arn
                    AuthorizerPayloadFormatVersion: 1.0
                    EnableSimpleResponses: true
                    Identity: { Header: X-Token, ValidationExpression: "^x$", ReauthorizeEvery: 0 }
                  Req:
                    FunctionArn: !Ref Auth.Alias
                    FunctionPayloadType: REQUEST
                    Identity: { Headers: [H], QueryStrings: [q], StageVariables: [s], Context: [c], ReauthorizeEvery: 60 }
                  Pool: { UserPoolArn: arn }
        """;

    private const string SamHttp = """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                All: { Type: HttpApi, Properties: { ApiId: !Ref Api } }
                Plain: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: get } }
                Open: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /b, Method: get, Auth: { Authorizer: NONE } } }
                Preflight: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: options } }
                Any:
                  Type: HttpApi
                  Properties:
                    ApiId: !Ref Api
                    Path: /c
                    Method: x-amazon-apigateway-any-method
                    Auth: { Authorizer: Jwt }
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              CorsConfiguration: { AllowOrigins: ["*"] }
              Auth:
                DefaultAuthorizer: Fun
                Authorizers:
                  Fun:
                    FunctionArn: !GetAtt Fn.Arn
                    AuthorizerPayloadFormatVersion: "2.0"
                    EnableSimpleResponses: true
                    Identity: { Headers: [Authorization], Context: [routeKey], ReauthorizeEvery: 60 }
                  Jwt: { IdentitySource: $request.header.X, JwtConfiguration: { issuer: i, audience: [a] } }
        """;

    private const string Contradiction = "2: PublicRoutes names GET /a, whose callers are asked for something.";

    private const string Function = "Fn: { Type: AWS::Serverless::Function }";

    [Fact]
    public void Routes_of_a_REST_API_are_the_events_that_name_it()
    {
        ApiDefinition api = Found.Only(SamRest);

        Assert.Equal(("Api", 21, ApiKind.Rest), (api.Id, api.Line, api.Kind));
        Assert.Equal(
            [
                "GET /a: Authorizer Tok", "ANY /b: Public", "PUT /c: Iam", "POST /d: Authorizer Req, key",
                "ANY /e: Authorizer Tok", "POST /f: Authorizer Tok",
            ],
            api.Routes());
        Assert.Equal(8, api.Routes[0].Line);
        Assert.Equal(
            [
                "Tok: Token of Auth by header.X-Token, ttl 0, matching ^x$",
                "Req: Request of Auth by header.H+query.q+stageVariable.s+context.c, ttl 60",
                "Pool: BuiltIn by header.Authorization",
            ],
            api.Authorizers());
        Assert.Equal(("AUTHORIZER", true, (int?)29), (api.ApiKeySource, api.DefaultEndpointDisabled, api.MutualTls));
        Assert.False(api.HasCors);
        Assert.Equal(["UNAUTHORIZED", "DEFAULT_4XX"], api.GatewayResponses.Select(response => response.Type));
        Assert.Equal("'Bearer'", api.GatewayResponses[0].Headers["www-authenticate"]);
        Assert.Empty(api.Notes);
    }

    [Fact]
    public void Routes_of_an_HTTP_API_are_the_events_that_name_it()
    {
        ApiDefinition api = Found.Only(SamHttp);

        Assert.Equal(ApiKind.Http, api.Kind);
        Assert.Equal(
            [
                "$default: Authorizer Fun", "GET /a: Authorizer Fun", "GET /b: Public", "OPTIONS /a: Missing",
                "ANY /c: Authorizer Jwt",
            ],
            api.Routes());
        Assert.Equal(
            [
                "Fun: Request of Fn by header.Authorization+context.routeKey, ttl 60, format 2.0, simple",
                "Jwt: BuiltIn by header.X",
            ],
            api.Authorizers());
        Assert.True(api.HasCors);
    }

    [Fact]
    public void Events_that_name_no_API_are_those_of_the_implicit_ones_with_what_is_global()
    {
        IReadOnlyList<ApiDefinition> apis = Found.Of("""
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Api: { Auth: { DefaultAuthorizer: T, Authorizers: { T: { FunctionArn: !GetAtt Fn.Arn } } } }
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    H: { Type: HttpApi }
                    R: { Type: Api, Properties: { Path: /, Method: get } }
                    S: { Type: Api, Properties: { Path: /s, Method: get, RestApiId: !Ref ServerlessRestApi } }
            """);

        Assert.Equal([("ServerlessRestApi", 10), ("ServerlessHttpApi", 9)], apis.Select(api => (api.Id, api.Line)));
        Assert.Equal(["GET /: Authorizer T", "GET /s: Authorizer T"], apis[0].Routes());
        Assert.Equal(["$default: Missing"], apis[1].Routes());
    }

    [Theory]
    [InlineData("DefaultAuthorizer: T", "OPTIONS /a: Authorizer T")]
    [InlineData("DefaultAuthorizer: T, AddDefaultAuthorizerToCorsPreflight: false", "OPTIONS /a: Public")]
    [InlineData("DefaultAuthorizer: AWS_IAM", "OPTIONS /a: Iam")]
    [InlineData("ApiKeyRequired: true", "OPTIONS /a: Public, key")]
    [InlineData("ApiKeyRequired: true, AddApiKeyRequiredToCorsPreflight: false", "OPTIONS /a: Public")]
    [InlineData("ApiKeyRequired: false", "OPTIONS /a: Public")]
    public void With_CORS_each_path_gets_an_OPTIONS_method_and_that_the_defaults(string auth, string expected)
    {
        ApiDefinition api = Found.Only(WithEvents("""Cors: "'*'" """, auth, "Path: /a, Method: get"));

        Assert.Equal(expected, api.Routes().Last());
        Assert.True(api.HasCors);
    }

    [Fact]
    public void A_path_with_an_OPTIONS_method_of_its_own_gets_no_other()
    {
        ApiDefinition api = Found.Only(WithEvents("""Cors: "'*'" """, "DefaultAuthorizer: T", "Path: /a, Method: options"));

        Assert.Equal(["OPTIONS /a: Authorizer T"], api.Routes());
    }

    [Theory]
    [InlineData("ApiKeyRequired: true", "", "GET /a: Missing, key")]
    [InlineData("ApiKeyRequired: true", "Auth: { ApiKeyRequired: false }", "GET /a: Missing")]
    [InlineData("ApiKeyRequired: true, DefaultAuthorizer: T", "Auth: { Authorizer: NONE }", "GET /a: Public, key")]
    [InlineData("DefaultAuthorizer: T", "Auth: { ApiKeyRequired: true }", "GET /a: Authorizer T, key")]
    [InlineData("DefaultAuthorizer: T", "Auth: { Authorizer: Nobody }", "GET /a: Authorizer Nobody")]
    public void What_an_event_says_goes_before_defaults(string auth, string own, string expected) =>
        Assert.Equal([expected], Found.Only(WithEvents("StageName: v1", auth, $"Path: /a, Method: get, {own}")).Routes());

    [Fact]
    public void A_REST_API_with_a_definition_gets_defaults_and_no_routes_from_events()
    {
        ApiDefinition api = Found.Only(WithDefinition("Api", "RestApiId"));

        Assert.Equal(
            [
                "GET /a: Authorizer T", "PUT /a: Authorizer T", "POST /a: Public", "DELETE /a: Missing",
                "PATCH /a: Authorizer T, key", "HEAD /a: Public", "OPTIONS /a: Authorizer O",
            ],
            api.Routes());
        Assert.Equal(["8: GET /extra is not in the definition of Api, and SAM does not add it."], api.Said());
    }

    [Theory]
    [InlineData("Authorizer: NONE, OverrideApiAuth: true", "GET /a: Public", null)]
    [InlineData("Authorizer: O, OverrideApiAuth: true", "GET /a: Authorizer O", null)]
    [InlineData("ApiKeyRequired: true, OverrideApiAuth: true", "GET /a: Authorizer T, key", null)]
    [InlineData(
        "Authorizer: O",
        "GET /a: Authorizer T",
        "8: SAM leaves Auth of an event out where the API has a definition, without OverrideApiAuth.")]
    public void What_an_event_says_of_a_defined_route_counts_where_it_asks_for_that(string auth, string expected, string? note)
    {
        string template = WithDefinition("Api", "RestApiId")
            .Replace("Path: /extra, Method: get", $"Path: /a, Method: get, Auth: {{ {auth} }}", StringComparison.Ordinal);

        ApiDefinition api = Found.Only(template);

        Assert.Equal(expected, api.Routes().First());
        Assert.Equal(note is null ? [] : [note], api.Said());
    }

    [Theory]
    [InlineData("$default")]
    [InlineData("/$default")]
    public void The_default_route_has_two_spellings(string path) =>
        Assert.Equal(
            ["$default: Missing"],
            Found.Only($$"""
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties: { Events: { E: { Type: HttpApi, Properties: { Path: {{path}}, Method: ANY } } } }
                """).Routes());

    [Fact]
    public void An_authorizer_may_have_the_name_of_a_word() =>
        Assert.Equal(
            ["GET /a: Authorizer AWS_IAM"],
            Found.Only(WithEvents(
                "StageName: v1", "DefaultAuthorizer: AWS_IAM", "Path: /a, Method: get")
                .Replace("Authorizers: { T:", "Authorizers: { AWS_IAM:", StringComparison.Ordinal)).Routes());

    [Fact]
    public void An_HTTP_API_with_a_definition_gets_defaults_and_routes_from_events()
    {
        ApiDefinition api = Found.Only(WithDefinition("HttpApi", "ApiId"));

        Assert.Contains("PUT /a: Authorizer T", api.Routes());
        Assert.Contains("GET /extra: Authorizer T", api.Routes());
        Assert.Empty(api.Notes);
    }

    [Fact]
    public void A_REST_API_that_merges_gets_routes_from_events()
    {
        ApiDefinition api = Found.Only(WithDefinition("Api", "RestApiId", "MergeDefinitions: true"));

        Assert.Contains("GET /extra: Authorizer T", api.Routes());
        Assert.Empty(api.Notes);
    }

    [Fact]
    public void A_definition_in_a_file_is_read_with_the_line_of_its_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("api.yaml", """
            paths:
              /a:
                get: { security: [{ T: [] }] }
            securityDefinitions:
              T:
                type: apiKey
                name: X
                in: header
                x-amazon-apigateway-authorizer: { type: token, authorizerUri: "a${Fn.Arn}" }
            """);

        ApiDefinition api = Found.Only(WithUri("api.yaml"), folder.FullName);

        Assert.Equal(["GET /a: Authorizer T"], api.Routes());
        Assert.Equal(["T: Token by header.X"], api.Authorizers());
        Assert.Equal(6, api.Routes[0].Line);
        Assert.Empty(api.Notes);
    }

    [Theory]
    [InlineData("none.yaml", "none.yaml: none.yaml cannot be read: ")]
    [InlineData("broken.yaml", "broken.yaml, line 2: !No is no function of CloudFormation.")]
    [InlineData("list.yaml", "list.yaml, line 1: list.yaml is a list, not a map.")]
    [InlineData("s3://bucket/key", "DefinitionUri is no file beside the template: the definition is not seen here.")]
    [InlineData("{ Bucket: b, Key: k }", "DefinitionUri is no file beside the template: the definition is not seen here.")]
    [InlineData("!Sub 'a-${AWS::Region}.yaml'", "DefinitionUri is no file beside the template: the definition is not seen here.")]
    public void A_definition_that_cannot_be_read_is_noted(string uri, string note)
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.yaml", "a: 1\nb: !No x\n");
        folder.Write("list.yaml", "[]");

        ApiDefinition api = Found.Only(WithUri(uri), folder.FullName);

        Assert.Empty(api.Routes);
        Assert.StartsWith($"6: {note}", Assert.Single(api.Said()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_to_the_deployment_is_noted()
    {
        ApiDefinition api = Found.Only("""
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  Auth: { Authorizers: !ImportValue x }
                  DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } } }
            """);

        Assert.Equal(
            [
                "5: Authorizers is ${Fn::ImportValue}, which only a deployment knows: what it holds is not seen here.",
                "6: DefinitionBody is ${Fn::Transform}, which only a deployment knows: what it holds is not seen here.",
            ],
            api.Said());
    }

    [Fact]
    public void What_SAM_leaves_out_is_noted()
    {
        ApiDefinition api = Found.Only($$"""
            Resources:
              {{Function}}
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  DefinitionUri: s3://b/k
                  Auth:
                    Authorizers:
                      R:
                        FunctionArn: !GetAtt Fn.Arn
                        FunctionPayloadType: REQUEST
                        Identity: { ValidationExpression: x }
            """);

        Assert.Equal(["R: Request of Fn, matching x"], api.Authorizers());
        Assert.Equal(
            [
                "6: DefinitionUri is no file beside the template: the definition is not seen here.",
                "8: SAM takes Auth with a DefinitionBody or events alone, not with a DefinitionUri.",
            ],
            api.Said());
    }

    [Theory]
    [InlineData(
        "AuthType: CUSTOM, AuthArn: !GetAtt Fn.Arn, IdentitySource: [route.request.querystring.t]",
        "Authorizer ApiConnectAuthorizer")]
    [InlineData("AuthType: CUSTOM, AuthArn: !GetAtt Fn.Arn, Name: Mine", "Authorizer Mine")]
    [InlineData("AuthType: AWS_IAM", "Iam")]
    [InlineData("AuthType: NONE", "Public")]
    [InlineData("", "Missing")]
    public void A_WebSocket_API_asks_on_all_routes_what_it_asks_when_a_connection_opens(string auth, string expected)
    {
        ApiDefinition api = Found.Only($$"""
            Resources:
              {{Function}}
              Api:
                Type: AWS::Serverless::WebSocketApi
                Properties:
                  DisableExecuteApiEndpoint: true
                  Domain: { MutualTlsAuthentication: { TruststoreUri: t } }
                  Auth: { {{auth}} }
                  Routes:
                    $connect: { FunctionArn: f }
                    $default: { FunctionArn: f, ApiKeyRequired: true }
            """);

        Assert.Equal([$"$connect: {expected}", $"$default: {expected}, key"], api.Routes());
        Assert.Equal((ApiKind.WebSocket, true, (int?)7), (api.Kind, api.DefaultEndpointDisabled, api.MutualTls));
        Assert.Equal(
            auth.Contains("querystring", StringComparison.Ordinal) ? ["ApiConnectAuthorizer: Request of Fn by query.t"] : [],
            api.Authorizers().Where(text => text.StartsWith("Api", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DefaultAuthorizer: T", "GET /a: Authorizer T", Contradiction)]
    [InlineData("DefaultAuthorizer: AWS_IAM", "GET /a: Iam", Contradiction)]
    [InlineData("ApiKeyRequired: false", "GET /a: Public", null)]
    public void A_route_that_the_metadata_list_is_public_unless_it_asks_for_something(string auth, string expected, string? note)
    {
        string metadata = "Metadata: { Authorizers: { PublicRoutes: [GET /a, GET /b] } }";
        ApiDefinition api = Found.Only(WithEvents("StageName: v1", auth, "Path: /a, Method: get", metadata));

        Assert.Equal([expected], api.Routes());
        string unknown = "2: PublicRoutes names GET /b, which is no route of Api.";
        Assert.Equal(note is null ? [unknown] : [note, unknown], api.Said());
    }

    [Theory]
    [InlineData("Fn: { Type: AWS::Serverless::Function, Properties: { Events: [] } }", "Events is a list, not a map.")]
    [InlineData("Fn: { Type: AWS::Serverless::Function, Properties: { Events: { E: [] } } }", "Event E is a list, not a map.")]
    [InlineData(
        "Fn: { Type: AWS::Serverless::Function, Properties: { Events: { E: { Type: Api, Properties: x } } } }",
        "Properties of event E is a text, not a map.")]
    [InlineData("Api: { Type: AWS::Serverless::Api, Properties: { Auth: x } }", "Auth is a text, not a map.")]
    [InlineData(
        "Api: { Type: AWS::Serverless::Api, Properties: { Auth: { Authorizers: { A: x } } } }",
        "Authorizer A is a text, not a map.")]
    [InlineData(
        "Api: { Type: AWS::Serverless::Api, Properties: { Auth: { DefaultAuthorizer: [] } } }",
        "DefaultAuthorizer is a list, not a text.")]
    [InlineData("Api: { Type: AWS::Serverless::Api, Metadata: { Authorizers: x } }", "Authorizers is a text, not a map.")]
    [InlineData(
        "Api: { Type: AWS::Serverless::Api, Properties: { DefinitionBody: [] } }",
        "DefinitionBody is a list, not a map.")]
    public void A_part_of_the_wrong_shape_is_refused(string resource, string message)
    {
        var fault = Assert.Throws<TemplateException>(() => Found.Of($"Resources:\n  {resource}"));

        Assert.Equal((message, 2), (fault.Message, fault.Line));
    }

    private static string WithEvents(
        string setting, string auth, string route, string metadata = "DeletionPolicy: Retain") => $$"""
        Resources:
          Api:
            Type: AWS::Serverless::Api
            {{metadata}}
            Properties:
              {{setting}}
              Auth: { {{auth}}, Authorizers: { T: { FunctionArn: !GetAtt Fn.Arn } } }
          Fn:
            Type: AWS::Serverless::Function
            Properties: { Events: { E: { Type: Api, Properties: { RestApiId: !Ref Api, {{route}} } } } }
        """;

    private static string WithDefinition(string type, string reference, string setting = "Name: n") => $$"""
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                Here: { Type: {{type}}, Properties: { {{reference}}: !Ref Api, Path: /a, Method: get } }
                Hidden: { Type: SQS }
                Extra: { Type: {{type}}, Properties: { {{reference}}: !Ref Api, Path: /extra, Method: get } }
          Api:
            Type: AWS::Serverless::{{type}}
            Properties:
              {{setting}}
              Auth: { DefaultAuthorizer: T, Authorizers: { T: { FunctionArn: !GetAtt Fn.Arn }, O: { FunctionArn: x } } }
              DefinitionBody:
                paths:
                  /a:
                    get: { x-amazon-apigateway-integration: {} }
                    put: { x-amazon-apigateway-integration: { type: aws_proxy }, security: [] }
                    post: { x-amazon-apigateway-integration: { type: aws_proxy }, security: [{ NONE: [] }] }
                    delete: {}
                    patch: { x-amazon-apigateway-integration: { type: aws_proxy }, security: [{ api_key: [] }] }
                    head: { security: [] }
                    options: { x-amazon-apigateway-integration: { type: mock }, security: [{ O: [] }] }
        """;

    private static string WithUri(string uri) => $$"""
        Resources:
          {{Function}}
          Api:
            Type: AWS::Serverless::Api
            Properties:
              DefinitionUri: {{uri}}
        """;
}
