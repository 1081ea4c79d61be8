using System.CommandLine;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary><c>--method-arn</c>.</summary>
internal static class MethodArnOption
{
    public static Option<MethodArn> Create() => new("--method-arn")
    {
        HelpName = "ARN",
        Description = "The method called: arn:aws:execute-api:region:account:api/stage/GET/path.",
        CustomParser = result =>
        {
            if (!MethodArn.TryParse(result.Tokens[0].Value, out MethodArn? arn))
            {
                result.AddError("--method-arn takes the ARN of a method: arn:aws:execute-api:region:account:api/stage/GET/path.");
            }

            return arn;
        },
    };
}
