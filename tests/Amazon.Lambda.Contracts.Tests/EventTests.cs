using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>One whole event of each kind, with what its type keeps of it.</summary>
public sealed class EventTests
{
    [Fact]
    public void A_token_event_has_three_members()
    {
        const string Json = """
            { "type": "TOKEN",
              "authorizationToken": "Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
              "methodArn": "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42" }
            """;

        APIGatewayCustomAuthorizerRequest request = Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(Json);

        Assert.Equal("TOKEN", request.Type);
        Assert.Equal("Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2ln", request.AuthorizationToken);
        Assert.Equal("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42", request.MethodArn);
        Assert.Null(request.Headers);
        Assert.Null(request.RequestContext);
    }

    [Fact]
    public void A_REST_request_event_keeps_what_its_type_names() => Assert.Equal(
        Wire.OneLine(
            """
            {"Type":"REQUEST","MethodArn":"arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
            "Path":"/orders/42","HttpMethod":"GET","Headers":{"Authorization":"Bearer x.y.z","Host":"api.example.com"},
            "QueryStringParameters":{"tag":"b"},"PathParameters":{"id":"42"},"StageVariables":{"tenant":"blue"},
            "RequestContext":{"Path":"/prod/orders/42","AccountId":"123456789012","ResourceId":"05c7jb","Stage":"prod",
            "RequestId":"6f2b","Identity":{"ApiKey":"key","SourceIp":"203.0.113.9","UserAgent":"curl/8","ClientCert":{
            "ClientCertPem":"PEM","SubjectDN":"CN=client","IssuerDN":"CN=ca","SerialNumber":"a1:a1","Validity":{
            "NotBefore":"May 28 12:30:02 2026 GMT","NotAfter":"Aug  5 09:36:04 2027 GMT"}}},"ResourcePath":"/orders/{id}",
            "HttpMethod":"GET","ApiId":"a1b2c3d4e5","ExtendedRequestId":"abc=","ConnectedAt":0,
            "DomainName":"api.example.com","DomainPrefix":"api","RequestTime":"20/Nov/2026:03:29:00 +0000",
            "RequestTimeEpoch":1795145340000}}
            """),
        Wire.Rest.Rewrite<APIGatewayCustomAuthorizerRequest>(
            """
            { "type": "REQUEST",
              "methodArn": "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42",
              "resource": "/orders/{id}", "path": "/orders/42", "httpMethod": "GET",
              "headers": { "Authorization": "Bearer x.y.z", "Host": "api.example.com" },
              "multiValueHeaders": { "Authorization": ["Bearer x.y.z"] },
              "queryStringParameters": { "tag": "b" }, "multiValueQueryStringParameters": { "tag": ["a", "b"] },
              "pathParameters": { "id": "42" }, "stageVariables": { "tenant": "blue" },
              "requestContext": {
                "resourceId": "05c7jb", "resourcePath": "/orders/{id}", "httpMethod": "GET", "extendedRequestId": "abc=",
                "requestTime": "20/Nov/2026:03:29:00 +0000", "requestTimeEpoch": 1795145340000, "path": "/prod/orders/42",
                "accountId": "123456789012", "protocol": "HTTP/1.1", "stage": "prod", "domainPrefix": "api",
                "domainName": "api.example.com", "deploymentId": "dep123", "requestId": "6f2b", "apiId": "a1b2c3d4e5",
                "identity": { "cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null, "caller": null,
                  "sourceIp": "203.0.113.9", "principalOrgId": null, "accessKey": null, "cognitoAuthenticationType": null,
                  "cognitoAuthenticationProvider": null, "userArn": null, "userAgent": "curl/8", "user": null, "apiKey": "key",
                  "clientCert": { "clientCertPem": "PEM", "subjectDN": "CN=client", "issuerDN": "CN=ca", "serialNumber": "a1:a1",
                    "validity": { "notBefore": "May 28 12:30:02 2026 GMT", "notAfter": "Aug  5 09:36:04 2027 GMT" } } } } }
            """));

    [Fact]
    public void An_HTTP_API_event_of_format_1_has_its_token_in_the_same_member_as_a_token_event() => Assert.Equal(
        Wire.OneLine(
            """
            {"Type":"REQUEST","AuthorizationToken":"user1,123",
            "MethodArn":"arn:aws:execute-api:us-east-1:123456789012:abc/test/GET/r","Path":"/r","HttpMethod":"GET",
            "Headers":{"X-AMZ-Date":"20170718T062915Z"},"QueryStringParameters":{"QueryString1":"q"},"PathParameters":{},
            "StageVariables":{"StageVar1":"s"},"RequestContext":{"Path":"/r","AccountId":"123456789012",
            "ResourceId":"05c7jb","Stage":"test","RequestId":"id","Identity":{"ApiKey":"k","SourceIp":"192.0.2.1"},
            "ResourcePath":"/r","HttpMethod":"GET","ApiId":"abc","ConnectedAt":0,"RequestTimeEpoch":0}}
            """),
        Wire.Rest.Rewrite<APIGatewayCustomAuthorizerRequest>(
            """
            { "version": "1.0", "type": "REQUEST",
              "methodArn": "arn:aws:execute-api:us-east-1:123456789012:abc/test/GET/r",
              "identitySource": "user1,123", "authorizationToken": "user1,123",
              "resource": "/r", "path": "/r", "httpMethod": "GET",
              "headers": { "X-AMZ-Date": "20170718T062915Z" }, "queryStringParameters": { "QueryString1": "q" },
              "pathParameters": {}, "stageVariables": { "StageVar1": "s" },
              "requestContext": { "path": "/r", "accountId": "123456789012", "resourceId": "05c7jb", "stage": "test",
                "requestId": "id", "identity": { "apiKey": "k", "sourceIp": "192.0.2.1" }, "resourcePath": "/r",
                "httpMethod": "GET", "apiId": "abc" } }
            """));

    [Fact]
    public void An_HTTP_API_event_of_format_2_has_all_but_its_version() => Assert.Equal(
        Wire.OneLine(
            """
            {"Type":"REQUEST","RouteArn":"arn:aws:execute-api:eu-west-1:123456789012:a1b2/$default/GET/orders/42",
            "IdentitySource":["Bearer x.y.z"],"RouteKey":"GET /orders/{id}","RawPath":"/orders/42","RawQueryString":"tag=a&tag=b",
            "Cookies":["sid=1","theme=dark"],"Headers":{"authorization":"Bearer x.y.z"},"QueryStringParameters":{"tag":"a,b"},
            "PathParameters":{"id":"42"},"StageVariables":{"tenant":"blue"},"RequestContext":{"AccountId":"123456789012",
            "ApiId":"a1b2","DomainName":"api.example.com","DomainPrefix":"api","Http":{"Method":"GET","Path":"/orders/42",
            "Protocol":"HTTP/1.1","SourceIp":"203.0.113.9","UserAgent":"curl/8"},"RequestId":"Mc7U=",
            "RouteKey":"GET /orders/{id}","Stage":"$default","Time":"20/Nov/2026:03:29:00 +0000","TimeEpoch":1795145340000,
            "Authentication":{"ClientCert":{"ClientCertPem":"PEM","SubjectDN":"CN=client","IssuerDN":"CN=ca",
            "SerialNumber":"a1:a1","Validity":{"NotBefore":"May 28 12:30:02 2026 GMT","NotAfter":"Aug  5 09:36:04 2027 GMT"}}}}}
            """),
        Wire.HttpApi2.Rewrite<APIGatewayCustomAuthorizerV2Request>(
            """
            { "version": "2.0", "type": "REQUEST",
              "routeArn": "arn:aws:execute-api:eu-west-1:123456789012:a1b2/$default/GET/orders/42",
              "identitySource": ["Bearer x.y.z"], "routeKey": "GET /orders/{id}", "rawPath": "/orders/42",
              "rawQueryString": "tag=a&tag=b", "cookies": ["sid=1", "theme=dark"],
              "headers": { "authorization": "Bearer x.y.z" }, "queryStringParameters": { "tag": "a,b" },
              "requestContext": { "accountId": "123456789012", "apiId": "a1b2",
                "authentication": { "clientCert": { "clientCertPem": "PEM", "subjectDN": "CN=client", "issuerDN": "CN=ca",
                  "serialNumber": "a1:a1",
                  "validity": { "notBefore": "May 28 12:30:02 2026 GMT", "notAfter": "Aug  5 09:36:04 2027 GMT" } } },
                "domainName": "api.example.com", "domainPrefix": "api",
                "http": { "method": "GET", "path": "/orders/42", "protocol": "HTTP/1.1", "sourceIp": "203.0.113.9",
                  "userAgent": "curl/8" },
                "requestId": "Mc7U=", "routeKey": "GET /orders/{id}", "stage": "$default",
                "time": "20/Nov/2026:03:29:00 +0000", "timeEpoch": 1795145340000 },
              "pathParameters": { "id": "42" }, "stageVariables": { "tenant": "blue" } }
            """));

    [Fact]
    public void A_connect_event_has_a_connection_and_neither_path_nor_method() => Assert.Equal(
        Wire.OneLine(
            """
            {"Type":"REQUEST","MethodArn":"arn:aws:execute-api:eu-west-1:123456789012:w1x2/prod/$connect",
            "Headers":{"Origin":"https://app.example.com","Sec-WebSocket-Protocol":"orders.v1, bearer.x.y.z"},
            "QueryStringParameters":{"ticket":"t_8f"},"StageVariables":{},"RequestContext":{"Stage":"prod","RequestId":"Mx=",
            "Identity":{"SourceIp":"203.0.113.9"},"ApiId":"w1x2","ExtendedRequestId":"Mx=","ConnectionId":"L0SM9cOFvHcCIhw=",
            "ConnectedAt":1795145340000,"DomainName":"w1x2.execute-api.eu-west-1.amazonaws.com","EventType":"CONNECT",
            "RouteKey":"$connect","MessageDirection":"IN","RequestTime":"20/Nov/2026:03:29:00 +0000",
            "RequestTimeEpoch":1795145340001}}
            """),
        Wire.Rest.Rewrite<APIGatewayCustomAuthorizerRequest>(
            """
            { "type": "REQUEST", "methodArn": "arn:aws:execute-api:eu-west-1:123456789012:w1x2/prod/$connect",
              "headers": { "Origin": "https://app.example.com", "Sec-WebSocket-Protocol": "orders.v1, bearer.x.y.z" },
              "multiValueHeaders": { "Origin": ["https://app.example.com"] },
              "queryStringParameters": { "ticket": "t_8f" }, "multiValueQueryStringParameters": { "ticket": ["t_8f"] },
              "stageVariables": {},
              "requestContext": { "routeKey": "$connect", "eventType": "CONNECT", "messageDirection": "IN",
                "connectionId": "L0SM9cOFvHcCIhw=", "connectedAt": 1795145340000, "requestTimeEpoch": 1795145340001,
                "requestTime": "20/Nov/2026:03:29:00 +0000", "requestId": "Mx=", "extendedRequestId": "Mx=", "stage": "prod",
                "domainName": "w1x2.execute-api.eu-west-1.amazonaws.com", "apiId": "w1x2",
                "identity": { "sourceIp": "203.0.113.9" } } }
            """));
}
