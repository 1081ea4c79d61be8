using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>Simple responses with a payload format that has none.</summary>
internal sealed class SimpleResponseVersion() : LintRule("simple_response_version")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found is { Api.Kind: ApiKind.Http, Authorizer: { SimpleResponses: true, PayloadFormatVersion: "1.0" } }
        select Found(
            found.Authorizer.Line,
            found.Api.Id,
            $"The authorizer {found.Authorizer.Name} of {found.Api.Id} has simple responses with payload format 1.0, "
            + "which takes policies alone.",
            "Set AuthorizerPayloadFormatVersion to 2.0.");
}
