using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.ApiKeys;

/// <summary>
/// The API-key authorizer behind Amazon's event types, for any host that speaks them. The native binary reads the JSON itself.
/// </summary>
public sealed class ApiKeyFunction(AuthorizerFunction function)
{
    /// <summary>Decides for REST APIs, by TOKEN or REQUEST events, and for HTTP APIs with payload format 1.0.</summary>
    /// <remarks>Amazon's type has the last value of a name alone: a header or parameter sent twice is not seen to be.</remarks>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerResponse> FunctionHandlerAsync(
        APIGatewayCustomAuthorizerRequest request, ILambdaContext context) =>
        AmazonEvents.ToAmazon((PolicyResponse)(request?.Type == "TOKEN"
            ? await function.AuthorizeAsync(request, AmazonEvents.ToRequest, context)
            : await function.AuthorizeAsync(request!, AmazonRequestEvents.ToRequest, context)));

    /// <summary>Decides for HTTP APIs with payload format 2.0, by a policy.</summary>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerV2IamResponse> PolicyHandlerAsync(
        APIGatewayCustomAuthorizerV2Request request, ILambdaContext context) =>
        AmazonEvents.ToAmazonV2((PolicyResponse)await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context));

    /// <summary>Decides for HTTP APIs with payload format 2.0, by simple responses; these must be configured.</summary>
    public async Task<APIGatewayCustomAuthorizerV2SimpleResponse> SimpleHandlerAsync(
        APIGatewayCustomAuthorizerV2Request request, ILambdaContext context) =>
        AmazonEvents.ToAmazonV2((SimpleResponse)await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context));
}
