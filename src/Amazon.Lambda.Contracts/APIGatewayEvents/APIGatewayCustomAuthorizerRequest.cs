namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A TOKEN event, or a REQUEST event of a REST API, a WebSocket API or an HTTP API with payload format 1.0.</summary>
/// <remarks>
/// The multi-value maps, the resource, the version and the identity source of a REQUEST event have no member here.
/// Member names carry no JSON names: an event is read only where names are compared without case.
/// </remarks>
public class APIGatewayCustomAuthorizerRequest
{
    /// <summary>TOKEN or REQUEST.</summary>
    public string Type { get; set; }

    /// <summary>The whole value of the identity source, scheme included; null in a REQUEST event of a REST API.</summary>
    public string AuthorizationToken { get; set; }

    /// <summary>arn:partition:execute-api:region:account:api/stage/verb/path; a WebSocket's ends in the route key.</summary>
    public string MethodArn { get; set; }

    /// <summary>Without the stage and still percent-encoded.</summary>
    public string Path { get; set; }

    public string HttpMethod { get; set; }

    /// <summary>Names as the client wrote them; of a repeated header only the last value.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>Decoded; of a repeated parameter only the last value.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    public IDictionary<string, string> PathParameters { get; set; }

    public IDictionary<string, string> StageVariables { get; set; }

    public APIGatewayProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
