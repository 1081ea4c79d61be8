using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A TTL where API Gateway keeps nothing.</summary>
internal sealed class WebSocketTtl() : LintRule("websocket_ttl")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found is { Api.Kind: ApiKind.WebSocket, Authorizer.Ttl: { Text: not "0" } }
        select Found(
            AuthorizerTtl.LineOf(found.Authorizer),
            found.Api.Id,
            $"The authorizer {found.Authorizer.Name} of {found.Api.Id} has a TTL, and a WebSocket API keeps no answers.",
            "Take the TTL out: the function is asked about each connection.");
}
