namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What a backend receives from an HTTP API with payload format 2.0.</summary>
public class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>Always 2.0.</summary>
    public string Version { get; set; }

    /// <summary>"GET /orders/{id}" or $default.</summary>
    public string RouteKey { get; set; }

    /// <summary>Percent-decoded: an encoded slash looks like a separator here.</summary>
    public string RawPath { get; set; }

    /// <summary>Still encoded, without the question mark.</summary>
    public string RawQueryString { get; set; }

    /// <summary>One "name=value" for each cookie.</summary>
    public string[] Cookies { get; set; }

    /// <summary>Names in lower case; values of a repeated header joined by commas.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>Values of a repeated parameter joined by commas.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>Base64 when <see cref="IsBase64Encoded"/>, else text.</summary>
    public string Body { get; set; }

    public IDictionary<string, string> PathParameters { get; set; }

    public bool IsBase64Encoded { get; set; }

    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary>What API Gateway knows of the request.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The account that owns the API, not the caller's.</summary>
        public string AccountId { get; set; }

        public string ApiId { get; set; }

        /// <summary>Null in an authorizer's own event.</summary>
        public AuthorizerDescription Authorizer { get; set; }

        public string DomainName { get; set; }

        public string DomainPrefix { get; set; }

        public HttpDescription Http { get; set; }

        public string RequestId { get; set; }

        public string RouteId { get; set; }

        public string RouteKey { get; set; }

        public string Stage { get; set; }

        /// <summary>Such as 20/Nov/2026:03:29:00 +0000.</summary>
        public string Time { get; set; }

        /// <summary>Milliseconds since 1970.</summary>
        public long TimeEpoch { get; set; }

        /// <summary>Null unless the domain asks for client certificates.</summary>
        public ProxyRequestAuthentication Authentication { get; set; }
    }

    /// <summary>Holds the client's certificate, where a REST API has it in the identity.</summary>
    public class ProxyRequestAuthentication
    {
        public ProxyRequestClientCert ClientCert { get; set; }
    }

    /// <summary>The certificate of a client that API Gateway verified against the domain's truststore.</summary>
    public class ProxyRequestClientCert
    {
        public string ClientCertPem { get; set; }

        public string SubjectDN { get; set; }

        public string IssuerDN { get; set; }

        /// <summary>Hexadecimal bytes, with colons between them.</summary>
        public string SerialNumber { get; set; }

        public ClientCertValidity Validity { get; set; }
    }

    /// <summary>Both as "May 28 12:30:02 2026 GMT", a day below 10 padded by a space.</summary>
    public class ClientCertValidity
    {
        public string NotBefore { get; set; }

        public string NotAfter { get; set; }
    }

    /// <summary>The request line, and who sent it.</summary>
    public class HttpDescription
    {
        public string Method { get; set; }

        /// <summary>Percent-decoded.</summary>
        public string Path { get; set; }

        /// <summary>Such as HTTP/1.1.</summary>
        public string Protocol { get; set; }

        /// <summary>The other end of the TCP connection: a proxy's address when there is one.</summary>
        public string SourceIp { get; set; }

        public string UserAgent { get; set; }
    }

    /// <summary>What the route's authorizer said; one of the three members is set.</summary>
    public class AuthorizerDescription
    {
        public JwtDescription Jwt { get; set; }

        /// <summary>The context a Lambda authorizer returned; values of an event are JsonElement.</summary>
        public IDictionary<string, object> Lambda { get; set; }

        public IAMDescription IAM { get; set; }

        /// <summary>Who signed the request.</summary>
        public class IAMDescription
        {
            public string AccessKey { get; set; }

            public string AccountId { get; set; }

            public string CallerId { get; set; }

            public CognitoIdentityDescription CognitoIdentity { get; set; }

            public string PrincipalOrgId { get; set; }

            public string UserARN { get; set; }

            public string UserId { get; set; }
        }

        /// <summary>The identity pool member that signed the request.</summary>
        public class CognitoIdentityDescription
        {
            /// <summary>Authentication methods, RFC 8176's "amr".</summary>
            public IList<string> AMR { get; set; }

            public string IdentityId { get; set; }

            public string IdentityPoolId { get; set; }
        }

        /// <summary>What API Gateway's own JWT authorizer verified.</summary>
        public class JwtDescription
        {
            /// <summary>Every claim as text, arrays in square brackets.</summary>
            public IDictionary<string, string> Claims { get; set; }

            public string[] Scopes { get; set; }
        }
    }
}
