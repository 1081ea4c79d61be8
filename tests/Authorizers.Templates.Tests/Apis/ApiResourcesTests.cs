using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Tests.Apis;

public sealed class ApiResourcesTests
{
    private const string Rest = """
        Resources:
          Fn: { Type: AWS::Lambda::Function }
          Api: { Type: AWS::ApiGateway::RestApi, Properties: { ApiKeySourceType: HEADER, DisableExecuteApiEndpoint: true } }
          Orders:
            Type: AWS::ApiGateway::Resource
            Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders }
          Order: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Orders, PathPart: "{id}" } }
          Root:
            Type: AWS::ApiGateway::Method
            Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ANY }
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: !Ref Api
              ResourceId: !Ref Orders
              HttpMethod: GET
              AuthorizationType: NONE
              ApiKeyRequired: true
          Show:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: !Ref Api
              ResourceId: !Ref Order
              HttpMethod: get
              AuthorizationType: CUSTOM
              AuthorizerId: !Ref Req
          Pool:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: !Ref Api
              ResourceId: !Ref Order
              HttpMethod: PUT
              AuthorizationType: COGNITO_USER_POOLS
              AuthorizerId: !Ref Cog
          Signed:
            Type: AWS::ApiGateway::Method
            Properties: { RestApiId: !Ref Api, ResourceId: !Ref Order, HttpMethod: POST, AuthorizationType: AWS_IAM }
          Preflight:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: !Ref Api
              ResourceId: !Ref Order
              HttpMethod: OPTIONS
              AuthorizationType: NONE
              Integration: { Type: MOCK }
          Tok:
            Type: AWS::ApiGateway::Authorizer
            Properties:
              RestApiId: !Ref Api
              Type: TOKEN
              AuthorizerUri: !Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/x/functions/${Fn.Arn}/invocations"
              IdentitySource: method.request.header.Authorization
              IdentityValidationExpression: x
          Req:
            Type: AWS::ApiGateway::Authorizer
            Properties:
              RestApiId: !Ref Api
              Type: REQUEST
              IdentitySource: "method.request.header.A,stageVariables.s , odd"
              AuthorizerResultTtlInSeconds: 60
          Cog: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Type: COGNITO_USER_POOLS } }
          Response:
            Type: AWS::ApiGateway::GatewayResponse
            Properties:
              RestApiId: !Ref Api
              ResponseType: UNAUTHORIZED
              ResponseParameters: { gatewayresponse.header.WWW-Authenticate: "'Bearer'" }
          Stranger: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: other, Type: TOKEN } }
        """;

    [Fact]
    public void A_REST_API_is_put_together_from_its_resources()
    {
        ApiDefinition api = Found.Only(Rest);

        Assert.Equal(
            [
                "ANY /: Missing", "GET /orders: Missing, key", "GET /orders/{id}: Authorizer Req",
                "PUT /orders/{id}: Authorizer Cog", "POST /orders/{id}: Iam", "OPTIONS /orders/{id}: Public",
            ],
            api.Routes());
        Assert.Equal(
            [
                "Tok: Token of Fn by header.Authorization, matching x", "Req: Request by header.A+stageVariable.s+odd, ttl 60",
                "Cog: BuiltIn",
            ],
            api.Authorizers());
        Assert.Equal(("HEADER", true, true), (api.ApiKeySource, api.DefaultEndpointDisabled, api.HasCors));
        Assert.Equal("'Bearer'", Assert.Single(api.GatewayResponses).Headers["www-authenticate"]);
        Assert.Empty(api.Notes);
    }

    [Theory]
    [InlineData("HTTP", "GET /a", "GET /a")]
    [InlineData("HTTP", "any /a", "ANY /a")]
    [InlineData("HTTP", "$default", "$default")]
    [InlineData("WEBSOCKET", "$connect", "$connect")]
    [InlineData("WEBSOCKET", "get order", "get order")]
    public void Routes_of_the_second_kind_of_API_are_put_to_it(string protocol, string key, string expected)
    {
        ApiDefinition api = Found.Only($$"""
            Resources:
              Fn: { Type: AWS::Lambda::Function }
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties:
                  ProtocolType: {{protocol}}
                  DisableExecuteApiEndpoint: true
                  CorsConfiguration: { AllowOrigins: [a] }
              Route:
                Type: AWS::ApiGatewayV2::Route
                Properties: { ApiId: !Ref Api, RouteKey: {{key}}, AuthorizationType: CUSTOM, AuthorizerId: !Ref Auth }
              Auth:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties:
                  ApiId: !Ref Api
                  AuthorizerType: REQUEST
                  AuthorizerUri: !GetAtt Fn.Arn
                  IdentitySource:
                  - $request.header.A
                  - $request.querystring.b
                  - $stageVariables.c
                  - route.request.header.D
                  - route.request.querystring.e
                  AuthorizerResultTtlInSeconds: 0
                  AuthorizerPayloadFormatVersion: "1.0"
                  EnableSimpleResponses: true
              Jwt: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, AuthorizerType: JWT } }
            """);

        Assert.Equal([$"{expected}: Authorizer Auth"], api.Routes());
        Assert.Equal(
            [
                "Auth: Request of Fn by header.A+query.b+stageVariable.c+header.D+query.e, ttl 0, format 1.0, simple",
                "Jwt: BuiltIn",
            ],
            api.Authorizers());
        Assert.Equal((true, true), (api.HasCors, api.DefaultEndpointDisabled));
        Assert.Equal(protocol == "HTTP" ? ApiKind.Http : ApiKind.WebSocket, api.Kind);
    }

    [Theory]
    [InlineData("Target: arn", "$default: Missing")]
    [InlineData("Target: arn, RouteKey: GET /a", "GET /a: Missing")]
    public void A_quickly_created_API_has_a_route(string properties, string expected) =>
        Assert.Equal(
            [expected],
            Found.Only($"Resources: {{ Api: {{ Type: AWS::ApiGatewayV2::Api, Properties: {{ {properties} }} }} }}").Routes());

    [Theory]
    [InlineData("AuthorizationType: JWT, AuthorizerId: abc", "GET /a: Authorizer abc", 0)]
    [InlineData("AuthorizationType: CUSTOM", "GET /a: Authorizer ", 0)]
    [InlineData("AuthorizationType: NONE", "GET /a: Missing", 0)]
    [InlineData("AuthorizationType: !ImportValue t, AuthorizerId: abc", "GET /a: Authorizer abc", 1)]
    [InlineData("AuthorizationType: !ImportValue t", "GET /a: Missing", 1)]
    public void What_a_route_asks_for_is_its_authorization_type(string properties, string expected, int notes)
    {
        ApiDefinition api = Found.Only($$"""
            Resources:
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
              Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a, {{properties}} } }
            """);

        Assert.Equal([expected], api.Routes());
        Assert.Equal(notes, api.Notes.Count);
    }

    [Fact]
    public void Routes_of_a_WebSocket_API_ask_for_what_its_connections_are_asked_for()
    {
        ApiDefinition api = Found.Only("""
            Resources:
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
              Default: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: $default } }
              Connect:
                Type: AWS::ApiGatewayV2::Route
                Properties: { ApiId: !Ref Api, RouteKey: $connect, AuthorizationType: AWS_IAM }
            """);

        Assert.Equal(["$default: Iam", "$connect: Iam"], api.Routes());
    }

    [Fact]
    public void A_path_that_begins_outside_of_the_template_is_noted()
    {
        ApiDefinition api = Found.Only("""
            Parameters: { Parent: { Type: String } }
            Resources:
              Api: { Type: AWS::ApiGateway::RestApi }
              Part: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Parent, PathPart: a } }
              Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !Ref Part, HttpMethod: GET } }
              Put: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, HttpMethod: PUT } }
            """);

        Assert.Equal(["GET Parent/a: Missing", "PUT /: Missing"], api.Routes());
        Assert.Equal(
            [
                "5: The path begins at Parent, which is no resource of the template.",
                "6: The path begins at nothing, which is no resource of the template.",
            ],
            api.Said());
    }

    [Fact]
    public void A_path_under_itself_is_refused() =>
        Assert.StartsWith(
            "Part is under itself",
            Assert.Throws<TemplateException>(() => Found.Of("""
                Resources:
                  Api: { Type: AWS::ApiGateway::RestApi }
                  Part: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Part, PathPart: a } }
                  Get:
                    Type: AWS::ApiGateway::Method
                    Properties: { RestApiId: !Ref Api, ResourceId: !Ref Part, HttpMethod: GET }
                """)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Type: AWS::ApiGateway::BasePathMapping, Properties: { RestApiId: !Ref Api, DomainName: !Ref Domain }", 6)]
    [InlineData("Type: AWS::ApiGatewayV2::ApiMapping, Properties: { ApiId: !Ref Api, DomainName: api.example.com }", 6)]
    [InlineData("Type: AWS::ApiGatewayV2::ApiMapping, Properties: { ApiId: !Ref Api, DomainName: !Ref Plain }", null)]
    [InlineData("Type: AWS::ApiGatewayV2::ApiMapping, Properties: { ApiId: other, DomainName: !Ref Domain }", null)]
    public void A_domain_with_mutual_TLS_is_that_of_the_APIs_it_leads_to(string mapping, int? line)
    {
        ApiDefinition api = Found.Only($$"""
            Resources:
              Domain:
                Type: AWS::ApiGateway::DomainName
                Properties:
                  DomainName: api.example.com
                  MutualTlsAuthentication: { TruststoreUri: s3://b/k }
              Plain: { Type: AWS::ApiGatewayV2::DomainName, Properties: { DomainName: plain.example.com } }
              Api: { Type: AWS::ApiGateway::RestApi }
              Mapping: { {{mapping}} }
            """);

        Assert.Equal(line, api.MutualTls);
    }

    [Theory]
    [InlineData("!GetAtt Fn.Arn", "Fn")]
    [InlineData("!Ref Fn.Alias", "Fn")]
    [InlineData("!Ref Fn.Version", "Fn")]
    [InlineData("!Ref FnAliaslive", "Fn")]
    [InlineData("!Ref FnVersion1", "Fn")]
    [InlineData("!Ref FnRole", null)]
    [InlineData("!Ref Alias", "Plain")]
    [InlineData("!Ref Version", "Plain")]
    [InlineData("!Ref NamedAlias", "Plain")]
    [InlineData("!Ref Circle", null)]
    [InlineData("!GetAtt Role.Arn", null)]
    [InlineData("!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/x/functions/${Plain.Arn}:live/invocations'", "Plain")]
    [InlineData("!Sub 'arn:aws:lambda:${AWS::Region}:1:function:named-plain'", "Plain")]
    [InlineData("!Sub 'arn:aws:lambda:${AWS::Region}:1:function:named-plain:live'", "Plain")]
    [InlineData("!Sub 'arn:aws:lambda:${AWS::Region}:1:function:named-plainer'", null)]
    [InlineData("arn:aws:lambda:eu-west-1:1:function:stranger", null)]
    [InlineData("'${Fn.Arn}'", null)]
    [InlineData("[a]", null)]
    public void The_function_of_an_authorizer_is_the_one_that_its_ARN_leads_to(string arn, string? expected)
    {
        ApiDefinition api = Found.Only($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Fn: { Type: AWS::Serverless::Function }
              Plain: { Type: AWS::Lambda::Function, Properties: { FunctionName: named-plain } }
              Role: { Type: AWS::IAM::Role }
              Alias: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Plain } }
              Version: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Plain } }
              NamedAlias: { Type: AWS::Lambda::Alias, Properties: { FunctionName: named-plain } }
              Circle: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Circle } }
              Api:
                Type: AWS::Serverless::Api
                Properties: { Auth: { Authorizers: { A: { FunctionArn: {{arn}} } } } }
            """);

        Assert.Equal(expected, Assert.Single(api.Authorizers).Function);
    }

    [Fact]
    public void Resources_may_be_put_to_the_APIs_of_SAM_too()
    {
        ApiDefinition api = Found.Only("""
            Resources:
              Api: { Type: AWS::Serverless::Api }
              Response: { Type: AWS::ApiGateway::GatewayResponse, Properties: { RestApiId: !Ref Api, ResponseType: DEFAULT_5XX } }
            """);

        Assert.Equal("DEFAULT_5XX", Assert.Single(api.GatewayResponses).Type);
    }

    [Fact]
    public void What_names_an_API_that_is_not_there_is_noted()
    {
        ResolvedTemplate resolved = TemplateFile.Parse("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::ApiGateway::RestApi }
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Far: { Type: Api, Properties: { RestApiId: !ImportValue x, Path: /, Method: get } }
                    Near: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get } }
                    Implicit: { Type: HttpApi }
              Wrong: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Fn } }
              Right: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api } }
              Lone: { Type: AWS::ApiGateway::Method }
            """).Resolve(new TemplateValuation());

        Assert.Equal(
            [
                (8, "The event is of Fn::ImportValue, which is no API of the template: it is not seen."),
                (11, "Wrong is of Fn, which is no API of the template: it is not seen."),
                (13, "Lone is of nothing, which is no API of the template: it is not seen."),
            ],
            ApiDefinitions.StraysOf(resolved).Select(note => (note.Line, note.Text)));
    }
}
