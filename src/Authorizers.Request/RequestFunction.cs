using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.Request;

/// <summary>
/// The REQUEST authorizer behind Amazon's event types, for any host that speaks them. The native binary reads the JSON itself.
/// </summary>
public sealed class RequestFunction(AuthorizerFunction function)
{
    /// <summary>Decides for REST APIs and for HTTP APIs with payload format 1.0.</summary>
    /// <remarks>Amazon's type has the last value of a name alone: a header or parameter sent twice is not seen to be.</remarks>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerResponse> FunctionHandlerAsync(
        APIGatewayCustomAuthorizerRequest request, ILambdaContext context) =>
        AmazonEvents.ToAmazon(await AuthorizeAsync<PolicyResponse>(request, context));

    /// <summary>Decides for HTTP APIs with payload format 2.0, by a policy.</summary>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerV2IamResponse> PolicyHandlerAsync(
        APIGatewayCustomAuthorizerV2Request request, ILambdaContext context) =>
        AmazonEvents.ToAmazonV2(await AuthorizeAsync<PolicyResponse>(request, context));

    /// <summary>Decides for HTTP APIs with payload format 2.0, by simple responses; these must be configured.</summary>
    public async Task<APIGatewayCustomAuthorizerV2SimpleResponse> SimpleHandlerAsync(
        APIGatewayCustomAuthorizerV2Request request, ILambdaContext context) =>
        AmazonEvents.ToAmazonV2(await AuthorizeAsync<SimpleResponse>(request, context));

    private async Task<TResponse> AuthorizeAsync<TResponse>(APIGatewayCustomAuthorizerRequest request, ILambdaContext context)
        where TResponse : AuthorizerResponse =>
        (TResponse)await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context);

    private async Task<TResponse> AuthorizeAsync<TResponse>(APIGatewayCustomAuthorizerV2Request request, ILambdaContext context)
        where TResponse : AuthorizerResponse =>
        (TResponse)await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context);
}
