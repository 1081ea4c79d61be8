namespace Amazon.Lambda.Core;

/// <summary>What the runtime tells a handler about one invocation and about the function it runs in.</summary>
public interface ILambdaContext
{
    /// <summary>CloudWatch prints it as RequestId; retries of an asynchronous event keep it.</summary>
    string AwsRequestId { get; }

    /// <summary>Null unless the caller sent a client context.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    /// <summary>A number or $LATEST; never an alias, but the version the alias stands for.</summary>
    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    /// <summary>Ends in the alias or version when the caller named one.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time left before Lambda ends the invocation, measured anew at each reading.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>Empty unless the function isolates tenants.</summary>
    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header of this invocation; empty when there is none.</summary>
    string TraceId => string.Empty;

    /// <summary>The serializer the runtime was built with; null when the handler deals in streams.</summary>
    ILambdaSerializer Serializer => null;
}
