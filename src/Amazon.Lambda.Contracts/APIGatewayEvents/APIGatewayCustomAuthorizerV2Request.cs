namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A REQUEST event of an HTTP API with payload format 2.0; its version has no member here.</summary>
public class APIGatewayCustomAuthorizerV2Request
{
    /// <summary>Always REQUEST.</summary>
    public string Type { get; set; }

    /// <summary>arn:partition:execute-api:region:account:api/stage/verb/path.</summary>
    public string RouteArn { get; set; }

    /// <summary>One value for each configured identity source, in their order.</summary>
    public List<string> IdentitySource { get; set; }

    /// <summary>"GET /orders/{id}" or $default.</summary>
    public string RouteKey { get; set; }

    /// <summary>Percent-decoded: an encoded slash looks like a separator here.</summary>
    public string RawPath { get; set; }

    /// <summary>Still encoded, without the question mark.</summary>
    public string RawQueryString { get; set; }

    /// <summary>One "name=value" for each cookie.</summary>
    public List<string> Cookies { get; set; }

    /// <summary>Names in lower case; values of a repeated header joined by commas.</summary>
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Values of a repeated parameter joined by commas.</summary>
    public Dictionary<string, string> QueryStringParameters { get; set; }

    public Dictionary<string, string> PathParameters { get; set; }

    public Dictionary<string, string> StageVariables { get; set; }

    public APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
