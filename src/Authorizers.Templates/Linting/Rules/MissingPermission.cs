using Authorizers.Templates.Functions;

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
        ApiGatewayPermission[] permissions = [.. ApiGatewayPermission.Of(subject.Valued.Resources)];
        return from found in subject.Valued.LambdaAuthorizers
               let function = subject.Valued.FunctionOf(found.Authorizer)
               where function is not null
                   && !found.Authorizer.HasPermission
                   && !permissions.Any(permission => IsFor(permission, function))
               select Found(
                   found.Authorizer.Line,
                   found.Api.Id,
                   $"API Gateway may not call {function.Id}, the function of the authorizer {found.Authorizer.Name} of "
                   + $"{found.Api.Id}: every call is a 500.",
                   OfSam + OfAll);
    }

    private static bool IsFor(ApiGatewayPermission permission, DeployedFunction function)
    {
        IReadOnlyList<string> named = UnknownText.NamesIn(permission.FunctionName);
        return named.Any(name => name.Split('.', ':')[0] == function.Id)
            || (function.Name is { } name && permission.FunctionName.Split(':').Contains(name, StringComparer.Ordinal));
    }
}
