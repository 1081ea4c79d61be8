using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.Token;

/// <summary>
/// The TOKEN authorizer behind Amazon's event types, for any host that speaks them. The native binary reads the JSON itself.
/// </summary>
public sealed class TokenFunction(AuthorizerFunction function)
{
    /// <summary>Decides what the bearer of the event's token may call.</summary>
    /// <exception cref="UnauthorizedException">401: API Gateway compares the message.</exception>
    public async Task<APIGatewayCustomAuthorizerResponse> FunctionHandlerAsync(
        APIGatewayCustomAuthorizerRequest request, ILambdaContext context) =>
        AmazonEvents.ToAmazon((PolicyResponse)await function.AuthorizeAsync(request, AmazonEvents.ToRequest, context));
}
