using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.APIGatewayEvents 3.0.0: what REST, WebSocket and HTTP API 1.0 send.</summary>
public sealed class RestShapeTests
{
    [Theory]
    [InlineData(typeof(APIGatewayCustomAuthorizerRequest), """
        class APIGatewayCustomAuthorizerRequest
        IDictionary<String, String> Headers { get; set; }
        IDictionary<String, String> PathParameters { get; set; }
        IDictionary<String, String> QueryStringParameters { get; set; }
        IDictionary<String, String> StageVariables { get; set; }
        ProxyRequestContext RequestContext { get; set; }
        String AuthorizationToken { get; set; }
        String HttpMethod { get; set; }
        String MethodArn { get; set; }
        String Path { get; set; }
        String Type { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyRequest), """
        class APIGatewayProxyRequest
        Boolean IsBase64Encoded { get; set; }
        IDictionary<String, IList<String>> MultiValueHeaders { get; set; }
        IDictionary<String, IList<String>> MultiValueQueryStringParameters { get; set; }
        IDictionary<String, String> Headers { get; set; }
        IDictionary<String, String> PathParameters { get; set; }
        IDictionary<String, String> QueryStringParameters { get; set; }
        IDictionary<String, String> StageVariables { get; set; }
        ProxyRequestContext RequestContext { get; set; }
        String Body { get; set; }
        String HttpMethod { get; set; }
        String Path { get; set; }
        String Resource { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyRequest.ProxyRequestContext), """
        class ProxyRequestContext
        APIGatewayCustomAuthorizerContext Authorizer { get; set; }
        Int64 ConnectedAt { get; set; }
        Int64 RequestTimeEpoch { get; set; }
        RequestIdentity Identity { get; set; }
        String AccountId { get; set; }
        String ApiId { get; set; }
        String ConnectionId { get; set; }
        String DomainName { get; set; }
        String DomainPrefix { get; set; }
        String Error { get; set; } obsolete
        String EventType { get; set; }
        String ExtendedRequestId { get; set; }
        String HttpMethod { get; set; }
        String IntegrationLatency { get; set; }
        String MessageDirection { get; set; }
        String MessageId { get; set; }
        String OperationName { get; set; }
        String Path { get; set; }
        String RequestId { get; set; }
        String RequestTime { get; set; }
        String ResourceId { get; set; }
        String ResourcePath { get; set; }
        String RouteKey { get; set; }
        String Stage { get; set; }
        String Status { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyRequest.RequestIdentity), """
        class RequestIdentity
        ProxyRequestClientCert ClientCert { get; set; }
        String AccessKey { get; set; }
        String AccountId { get; set; }
        String ApiKey { get; set; }
        String ApiKeyId { get; set; }
        String Caller { get; set; }
        String CognitoAuthenticationProvider { get; set; }
        String CognitoAuthenticationType { get; set; }
        String CognitoIdentityId { get; set; }
        String CognitoIdentityPoolId { get; set; }
        String SourceIp { get; set; }
        String User { get; set; }
        String UserAgent { get; set; }
        String UserArn { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyRequest.ProxyRequestClientCert), """
        class ProxyRequestClientCert
        ClientCertValidity Validity { get; set; }
        String ClientCertPem { get; set; }
        String IssuerDN { get; set; }
        String SerialNumber { get; set; }
        String SubjectDN { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyRequest.ClientCertValidity), """
        class ClientCertValidity
        String NotAfter { get; set; }
        String NotBefore { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerContext), """
        class APIGatewayCustomAuthorizerContext : Dictionary<String, Object>
        Boolean? BoolKey { get; set; } obsolete
        Dictionary<String, String> Claims { get; set; }
        Int32? NumKey { get; set; } obsolete
        String PrincipalId { get; set; } obsolete
        String StringKey { get; set; } obsolete
        new()
        """)]
    public void Rest_events_have_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));
}
