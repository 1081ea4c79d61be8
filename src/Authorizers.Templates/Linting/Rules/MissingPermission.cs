namespace Authorizers.Templates.Linting.Rules;

/// <summary>An authorizer that API Gateway may not call: 500 for everybody.</summary>
internal sealed class MissingPermission() : LintRule("permission_missing")
{
    private const string OfSam =
        "In SAM, set EnableFunctionDefaultPermissions to true, or leave DisableFunctionDefaultPermissions out; ";

    private const string OfAll =
        "add an AWS::Lambda::Permission for apigateway.amazonaws.com, or give the authorizer a role.";

    public override IEnumerable<Finding> Examine(LintSubject subject)
    {
        string?[] permitted = [.. ApiGatewayPermission.Of(subject.Valued.Template).Select(permission => permission.Function)];
        return from found in subject.Valued.LambdaAuthorizers
               let function = subject.Valued.FunctionOf(found.Authorizer)
               where function is not null
                   && !found.Authorizer.HasPermission
                   && !permitted.Contains(function.Id, StringComparer.Ordinal)
               select Found(
                   found.Authorizer.Line,
                   found.Api.Id,
                   $"API Gateway may not call {function.Id}, the function of the authorizer {found.Authorizer.Name} of "
                   + $"{found.Api.Id}: every call is a 500.",
                   OfSam + OfAll);
    }
}
