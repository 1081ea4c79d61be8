using System.Globalization;
using Authorizers.Core;
using Authorizers.Lambda;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.Invoke;

/// <summary>What Lambda would say about an invocation, made up for the desk.</summary>
internal static class LocalInvocation
{
    /// <summary>Also the time after which a published function is ended.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(30);

    public static string RequestId => "00000000-0000-4000-8000-000000000001";

    public static string TraceId => "Root=1-00000000-000000000000000000000001";

    public static string FunctionArn(FunctionKind kind) => $"arn:aws:lambda:eu-west-1:123456789012:function:{kind.Name}";

    /// <summary>The variables that Lambda sets, less the Runtime API's address.</summary>
    public static IReadOnlyDictionary<string, string> Variables(FunctionKind kind) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_FUNCTION_NAME"] = kind.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = 256.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{kind.Name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "local",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        };

    public static LambdaContext CreateContext(FunctionKind kind, FunctionSurroundings surroundings) => new(
        LambdaEnvironment.Read(name => Variables(kind).GetValueOrDefault(name)),
        new Deadline(surroundings.Clock, surroundings.Clock.GetUtcNow() + TimeLimit),
        surroundings.Log)
    {
        AwsRequestId = RequestId,
        InvokedFunctionArn = FunctionArn(kind),
        TraceId = TraceId,
        TenantId = "",
    };
}
