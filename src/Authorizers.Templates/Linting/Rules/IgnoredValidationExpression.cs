using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>An expression that nothing is held against.</summary>
internal sealed class IgnoredValidationExpression() : LintRule("validation_expression_ignored")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found.Authorizer is { Kind: AuthorizerKind.Request, ValidationExpression: not null }
        select Found(
            found.Authorizer.ValidationExpression!.Line,
            found.Api.Id,
            $"The authorizer {found.Authorizer.Name} of {found.Api.Id} has a validation expression, which API Gateway applies "
            + "to TOKEN authorizers alone.",
            "Take it out, or make the authorizer one of type TOKEN.");
}
