using System.Text;
using Authorizers.Core;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests;

/// <summary>Valid things, to use or to spoil.</summary>
internal static class Some
{
    /// <summary>What Lambda sets, with the Runtime API at this address.</summary>
    public static LambdaEnvironment Environment(string? runtimeApi = null) => LambdaEnvironment.Read(Variables(runtimeApi));

    /// <summary>The variables behind <see cref="Environment"/>.</summary>
    public static Func<string, string?> Variables(string? runtimeApi = null) => name => name switch
    {
        "AWS_LAMBDA_RUNTIME_API" => runtimeApi,
        "AWS_LAMBDA_FUNCTION_NAME" => "orders-authorizer",
        "AWS_LAMBDA_FUNCTION_VERSION" => "7",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE" => "256",
        "AWS_LAMBDA_LOG_GROUP_NAME" => "/aws/lambda/orders-authorizer",
        "AWS_LAMBDA_LOG_STREAM_NAME" => "2026/11/20/[7]0123",
        _ => null,
    };

    /// <summary>A logger whose lines are in the text.</summary>
    public static LineLogger Logger(StringBuilder text) => new(new TextStream(text), LogSettings.Default, TimeProvider.System);

    /// <summary>A shutdown that nobody asks for.</summary>
    public static Shutdown Shutdown() => new(_ => throw new InvalidOperationException("Nobody asked to shut down."));

    /// <summary>An invocation that has <see cref="The.TimeLimit"/>, at whatever time it is.</summary>
    public static LambdaContext Context(TimeProvider clock) =>
        new(Environment(), new Deadline(clock, clock.GetUtcNow() + The.TimeLimit), new LineLogger(Stream.Null, LogSettings.Default, TimeProvider.System))
        {
            AwsRequestId = The.RequestId,
            InvokedFunctionArn = The.FunctionArn,
            TraceId = "Root=1-5bef",
            TenantId = "",
        };
}
