using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A yes to one route that API Gateway gives to all.</summary>
internal sealed class KeptSimpleResponse() : LintRule("simple_response_kept")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found is { Api.Kind: ApiKind.Http, Authorizer.SimpleResponses: true }
            && AuthorizerTtl.IsAboveZero(found.Api, found.Authorizer)
            && found.Authorizer.IdentitySources.All(source => source.Text != "context.routeKey")
        select Found(
            AuthorizerTtl.LineOf(found.Authorizer),
            found.Api.Id,
            $"The authorizer {found.Authorizer.Name} of {found.Api.Id} answers yes or no, and API Gateway keeps the yes to one "
            + "route for all others.",
            "Add $context.routeKey to the identity sources, here and in the configuration; or set the TTL to 0.");
}
