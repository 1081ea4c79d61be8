namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What a backend receives from a REST API, a WebSocket API or an HTTP API with payload format 1.0.</summary>
public class APIGatewayProxyRequest
{
    /// <summary>The path template, such as /orders/{id}.</summary>
    public string Resource { get; set; }

    /// <summary>Without the stage and still percent-encoded.</summary>
    public string Path { get; set; }

    public string HttpMethod { get; set; }

    public IDictionary<string, string> Headers { get; set; }

    /// <summary>Every value of every header, in the order sent.</summary>
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>Every value of every parameter, in the order sent.</summary>
    public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }

    public IDictionary<string, string> PathParameters { get; set; }

    public IDictionary<string, string> StageVariables { get; set; }

    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>Base64 when <see cref="IsBase64Encoded"/>, else text.</summary>
    public string Body { get; set; }

    public bool IsBase64Encoded { get; set; }

    /// <summary>What API Gateway knows of the request; the connection members are a WebSocket's.</summary>
    public class ProxyRequestContext
    {
        /// <summary>Holds the stage, or the base path of a custom domain.</summary>
        public string Path { get; set; }

        /// <summary>The account that owns the API, not the caller's.</summary>
        public string AccountId { get; set; }

        public string ResourceId { get; set; }

        public string Stage { get; set; }

        public string RequestId { get; set; }

        public RequestIdentity Identity { get; set; }

        public string ResourcePath { get; set; }

        public string HttpMethod { get; set; }

        public string ApiId { get; set; }

        public string ExtendedRequestId { get; set; }

        public string ConnectionId { get; set; }

        /// <summary>Milliseconds since 1970; 0 when it is no connection.</summary>
        public long ConnectedAt { get; set; }

        public string DomainName { get; set; }

        public string DomainPrefix { get; set; }

        /// <summary>CONNECT, MESSAGE or DISCONNECT.</summary>
        public string EventType { get; set; }

        public string MessageId { get; set; }

        /// <summary>Such as $connect.</summary>
        public string RouteKey { get; set; }

        public APIGatewayCustomAuthorizerContext Authorizer { get; set; }

        public string OperationName { get; set; }

        [Obsolete("API Gateway never sends it.")]
        public string Error { get; set; }

        /// <summary>Milliseconds, as text.</summary>
        public string IntegrationLatency { get; set; }

        /// <summary>IN for every event.</summary>
        public string MessageDirection { get; set; }

        /// <summary>Such as 20/Nov/2026:03:29:00 +0000.</summary>
        public string RequestTime { get; set; }

        /// <summary>Milliseconds since 1970.</summary>
        public long RequestTimeEpoch { get; set; }

        public string Status { get; set; }
    }

    /// <summary>Who connected; what API Gateway did not look for is null.</summary>
    public class RequestIdentity
    {
        public string CognitoIdentityPoolId { get; set; }

        /// <summary>The caller's account, when the request was signed.</summary>
        public string AccountId { get; set; }

        public string CognitoIdentityId { get; set; }

        public string Caller { get; set; }

        /// <summary>The key itself, not its id.</summary>
        public string ApiKey { get; set; }

        public string ApiKeyId { get; set; }

        public string AccessKey { get; set; }

        /// <summary>The other end of the TCP connection: a proxy's address when there is one.</summary>
        public string SourceIp { get; set; }

        public string CognitoAuthenticationType { get; set; }

        public string CognitoAuthenticationProvider { get; set; }

        public string UserArn { get; set; }

        public string UserAgent { get; set; }

        public string User { get; set; }

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
}
