using Amazon.Lambda.APIGatewayEvents;
using Statement = Amazon.Lambda.APIGatewayEvents.APIGatewayCustomAuthorizerPolicy.IAMPolicyStatement;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Small responses to write.</summary>
internal static class Some
{
    public static APIGatewayCustomAuthorizerResponse Response(params Statement[] statements) =>
        new() { PrincipalID = "p", PolicyDocument = new() { Statement = [.. statements] } };

    /// <summary>No policy, so that the context is all there is to see.</summary>
    public static APIGatewayCustomAuthorizerResponse ResponseWith(string key, object? value) =>
        new() { PolicyDocument = null, Context = new() { [key] = value } };
}
