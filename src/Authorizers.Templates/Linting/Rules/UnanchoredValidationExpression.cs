using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>An expression of which it is not documented whether it must match the whole header.</summary>
internal sealed class UnanchoredValidationExpression() : LintRule("validation_expression_unanchored")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        where found.Authorizer is { Kind: AuthorizerKind.Token, ValidationExpression: not null }
            && !IsAnchored(found.Authorizer.ValidationExpression!.Text)
        select Found(
            found.Authorizer.ValidationExpression!.Line,
            found.Api.Id,
            $"The validation expression of {found.Authorizer.Name} of {found.Api.Id} may match a part of the header alone.",
            "Begin it with ^ and end it with $, around alternatives with parentheses: ^(a|b)$.");

    private static bool IsAnchored(string expression) =>
        UnknownText.IsIn(expression)
        || (expression.StartsWith('^') && EndsWithAnchor(expression) && !HasAlternatives(expression));

    private static bool EndsWithAnchor(string expression) =>
        expression.EndsWith('$') && (expression.Length - 1 - expression[..^1].TrimEnd('\\').Length) % 2 == 0;

    /// <summary>Outside parentheses, where an anchor belongs to the nearest alternative alone.</summary>
    private static bool HasAlternatives(string expression)
    {
        (int depth, bool inClass) = (0, false);
        for (int at = 0; at < expression.Length; at++)
        {
            switch (expression[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    depth++;
                    break;
                case ')' when !inClass:
                    depth--;
                    break;
                case '|' when !inClass && depth == 0:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
