using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>Answers that are to be kept by nothing: API Gateway and SAM refuse the template.</summary>
internal sealed class NoIdentitySource() : LintRule("identity_source_missing")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found.Api.Kind != ApiKind.WebSocket
            && found.Authorizer is { Kind: AuthorizerKind.Request, IdentitySources.Count: 0 }
            && AuthorizerTtl.IsAboveZero(found.Api, found.Authorizer)
        select Found(
            AuthorizerTtl.LineOf(found.Authorizer),
            found.Api.Id,
            $"The authorizer {found.Authorizer.Name} of {found.Api.Id} has a TTL of "
            + $"{AuthorizerTtl.TextOf(found.Api, found.Authorizer)} s and no identity source to keep answers by.",
            "Name the identity sources, or set the TTL to 0.");
}
