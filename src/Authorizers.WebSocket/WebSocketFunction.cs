using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.WebSockets;

/// <summary>
/// The WebSocket authorizer behind Amazon's event types, for any host that speaks them. The native binary reads the JSON itself.
/// </summary>
public sealed class WebSocketFunction(AuthorizerFunction function)
{
    /// <summary>Decides whether a client may connect.</summary>
    /// <remarks>Amazon's type has the last value of a name alone: a header or parameter sent twice is not seen to be.</remarks>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerResponse> FunctionHandlerAsync(
        APIGatewayCustomAuthorizerRequest request, ILambdaContext context) =>
        AmazonEvents.ToAmazon((PolicyResponse)await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context));
}
