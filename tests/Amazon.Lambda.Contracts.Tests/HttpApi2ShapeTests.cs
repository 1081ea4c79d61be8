using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.APIGatewayEvents 3.0.0: what HTTP API 2.0 sends.</summary>
public sealed class HttpApi2ShapeTests
{
    [Theory]
    [InlineData(typeof(APIGatewayCustomAuthorizerV2Request), """
        class APIGatewayCustomAuthorizerV2Request
        Dictionary<String, String> Headers { get; set; }
        Dictionary<String, String> PathParameters { get; set; }
        Dictionary<String, String> QueryStringParameters { get; set; }
        Dictionary<String, String> StageVariables { get; set; }
        List<String> Cookies { get; set; }
        List<String> IdentitySource { get; set; }
        ProxyRequestContext RequestContext { get; set; }
        String RawPath { get; set; }
        String RawQueryString { get; set; }
        String RouteArn { get; set; }
        String RouteKey { get; set; }
        String Type { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest), """
        class APIGatewayHttpApiV2ProxyRequest
        Boolean IsBase64Encoded { get; set; }
        IDictionary<String, String> Headers { get; set; }
        IDictionary<String, String> PathParameters { get; set; }
        IDictionary<String, String> QueryStringParameters { get; set; }
        IDictionary<String, String> StageVariables { get; set; }
        ProxyRequestContext RequestContext { get; set; }
        String Body { get; set; }
        String RawPath { get; set; }
        String RawQueryString { get; set; }
        String RouteKey { get; set; }
        String Version { get; set; }
        String[] Cookies { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext), """
        class ProxyRequestContext
        AuthorizerDescription Authorizer { get; set; }
        HttpDescription Http { get; set; }
        Int64 TimeEpoch { get; set; }
        ProxyRequestAuthentication Authentication { get; set; }
        String AccountId { get; set; }
        String ApiId { get; set; }
        String DomainName { get; set; }
        String DomainPrefix { get; set; }
        String RequestId { get; set; }
        String RouteId { get; set; }
        String RouteKey { get; set; }
        String Stage { get; set; }
        String Time { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.ProxyRequestAuthentication), """
        class ProxyRequestAuthentication
        ProxyRequestClientCert ClientCert { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.ProxyRequestClientCert), """
        class ProxyRequestClientCert
        ClientCertValidity Validity { get; set; }
        String ClientCertPem { get; set; }
        String IssuerDN { get; set; }
        String SerialNumber { get; set; }
        String SubjectDN { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.ClientCertValidity), """
        class ClientCertValidity
        String NotAfter { get; set; }
        String NotBefore { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.HttpDescription), """
        class HttpDescription
        String Method { get; set; }
        String Path { get; set; }
        String Protocol { get; set; }
        String SourceIp { get; set; }
        String UserAgent { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.AuthorizerDescription), """
        class AuthorizerDescription
        IAMDescription IAM { get; set; }
        IDictionary<String, Object> Lambda { get; set; }
        JwtDescription Jwt { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.AuthorizerDescription.JwtDescription), """
        class JwtDescription
        IDictionary<String, String> Claims { get; set; }
        String[] Scopes { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.AuthorizerDescription.IAMDescription), """
        class IAMDescription
        CognitoIdentityDescription CognitoIdentity { get; set; }
        String AccessKey { get; set; }
        String AccountId { get; set; }
        String CallerId { get; set; }
        String PrincipalOrgId { get; set; }
        String UserARN { get; set; }
        String UserId { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayHttpApiV2ProxyRequest.AuthorizerDescription.CognitoIdentityDescription), """
        class CognitoIdentityDescription
        IList<String> AMR { get; set; }
        String IdentityId { get; set; }
        String IdentityPoolId { get; set; }
        new()
        """)]
    public void Http_api_2_events_have_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));
}
