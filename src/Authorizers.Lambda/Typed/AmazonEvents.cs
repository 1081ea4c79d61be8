using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Responses;

namespace Authorizers.Lambda.Typed;

/// <summary>
/// Between Amazon's event types and the core's, for hosts that deserialize for us: Amazon's runtime, test tools, unit tests.
/// </summary>
public static class AmazonEvents
{
    /// <summary>Reads a TOKEN event.</summary>
    /// <exception cref="Core.InvalidEventException">It is null, no TOKEN event, or its method ARN is none.</exception>
    public static AuthorizerRequest ToRequest(APIGatewayCustomAuthorizerRequest? request) =>
        TokenEvent.From(request?.Type, Encoding.UTF8.GetBytes(request?.AuthorizationToken ?? ""), request?.MethodArn);

    /// <summary>Amazon's response with the same JSON. A context that says nothing is left out.</summary>
    public static APIGatewayCustomAuthorizerResponse ToAmazon(PolicyResponse response)
    {
        APIGatewayCustomAuthorizerContextOutput? context = null;
        foreach ((string key, object value) in response.Context)
        {
            (context ??= [])[key] = value;
        }

        return new APIGatewayCustomAuthorizerResponse
        {
            PrincipalID = response.PrincipalId,
            PolicyDocument = ToAmazon(response.Policy),
            Context = context,
            UsageIdentifierKey = response.UsageIdentifierKey,
        };
    }

    /// <summary>The same for an HTTP API with payload format 2.0.</summary>
    public static APIGatewayCustomAuthorizerV2IamResponse ToAmazonV2(PolicyResponse response) => new()
    {
        PrincipalID = response.PrincipalId,
        PolicyDocument = ToAmazon(response.Policy),
        Context = ToAmazon(response.Context),
    };

    /// <summary>The same where simple responses are on.</summary>
    public static APIGatewayCustomAuthorizerV2SimpleResponse ToAmazonV2(SimpleResponse response) =>
        new() { IsAuthorized = response.IsAuthorized, Context = ToAmazon(response.Context) };

    private static Dictionary<string, object>? ToAmazon(IReadOnlyList<KeyValuePair<string, object>> context) =>
        context.Count > 0 ? new Dictionary<string, object>(context, StringComparer.Ordinal) : null;

    private static APIGatewayCustomAuthorizerPolicy ToAmazon(PolicyDocument policy) => new()
    {
        Version = PolicyDocument.Version,
        Statement = [.. policy.Statements.Select(ToAmazon)],
    };

    /// <summary>Amazon's statement allows unless told otherwise, so every member is set.</summary>
    private static APIGatewayCustomAuthorizerPolicy.IAMPolicyStatement ToAmazon(Statement statement) => new()
    {
        Effect = statement.Effect == Effect.Allow ? "Allow" : "Deny",
        Action = [Statement.Action],
        Resource = statement.Resources.Count > 0 ? [.. statement.Resources] : null,
        NotResource = statement.NotResources.Count > 0 ? [.. statement.NotResources] : null,
        Condition = statement.UntilText is { } until
            ? new Dictionary<string, IDictionary<string, object>>(StringComparer.Ordinal)
            {
                [Statement.Before] = new Dictionary<string, object>(StringComparer.Ordinal) { [Statement.CurrentTime] = until },
            }
            : null,
    };
}
