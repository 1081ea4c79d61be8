using Amazon.Lambda.Core;
using Authorizers.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// One invocation, as Lambda describes it. Client context and Cognito identity belong to mobile SDKs and are always null
/// here.
/// </summary>
public sealed class LambdaContext : ILambdaContext, IDisposable
{
    private readonly LambdaEnvironment _environment;

    /// <param name="environment">What Lambda says about the function.</param>
    /// <param name="deadline">Disposed of with the context.</param>
    /// <param name="logger">For code that logs through the context.</param>
    public LambdaContext(LambdaEnvironment environment, Deadline deadline, ILambdaLogger logger) =>
        (_environment, Deadline, Logger) = (environment, deadline, logger);

    /// <summary>When Lambda gives the invocation up.</summary>
    public Deadline Deadline { get; }

    /// <inheritdoc/>
    public required string AwsRequestId { get; init; }

    /// <inheritdoc/>
    public required string InvokedFunctionArn { get; init; }

    /// <summary>The X-Ray trace header; empty when there is none.</summary>
    public required string TraceId { get; init; }

    /// <summary>The tenant of an isolated execution environment; empty without tenant isolation.</summary>
    public required string TenantId { get; init; }

    /// <inheritdoc/>
    public ILambdaLogger Logger { get; }

    /// <inheritdoc/>
    public TimeSpan RemainingTime => Deadline.Remaining;

    /// <inheritdoc/>
    public string FunctionName => _environment.FunctionName;

    /// <inheritdoc/>
    public string FunctionVersion => _environment.FunctionVersion;

    /// <inheritdoc/>
    public int MemoryLimitInMB => _environment.MemoryLimitInMB;

    /// <inheritdoc/>
    public string LogGroupName => _environment.LogGroupName;

    /// <inheritdoc/>
    public string LogStreamName => _environment.LogStreamName;

    /// <summary>Always null.</summary>
    public IClientContext? ClientContext => null;

    /// <summary>Always null.</summary>
    public ICognitoIdentity? Identity => null;

    /// <summary>True when this process works on several invocations at the same time.</summary>
    internal bool IsConcurrent => _environment.MaxConcurrency is not null;

    /// <inheritdoc/>
    public void Dispose() => Deadline.Dispose();
}
