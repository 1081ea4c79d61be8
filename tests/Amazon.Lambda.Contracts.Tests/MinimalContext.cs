using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Implements what must be implemented, and nothing else.</summary>
internal sealed class MinimalContext : ILambdaContext
{
    public string? AwsRequestId => null;

    public IClientContext? ClientContext => null;

    public string? FunctionName => null;

    public string? FunctionVersion => null;

    public ICognitoIdentity? Identity => null;

    public string? InvokedFunctionArn => null;

    public ILambdaLogger? Logger => null;

    public string? LogGroupName => null;

    public string? LogStreamName => null;

    public int MemoryLimitInMB => 0;

    public TimeSpan RemainingTime => TimeSpan.Zero;
}
