using System.Globalization;

namespace Authorizers.Lambda.Runtime;

/// <summary>What Lambda tells a function about itself through its environment; empty texts where it says nothing.</summary>
public sealed record LambdaEnvironment
{
    /// <summary>The most that Lambda can be configured to send to one execution environment.</summary>
    private const int MaxLoops = 1600;

    /// <summary>Host and port of the Runtime API; null outside Lambda.</summary>
    public string? RuntimeApi { get; private init; }

    /// <summary>The function's name.</summary>
    public string FunctionName { get; private init; } = "";

    /// <summary>A number, or <c>$LATEST</c>.</summary>
    public string FunctionVersion { get; private init; } = "";

    /// <summary>In megabytes; 0 when unknown.</summary>
    public int MemoryLimitInMB { get; private init; }

    /// <summary>The CloudWatch log group.</summary>
    public string LogGroupName { get; private init; } = "";

    /// <summary>The CloudWatch log stream of this sandbox.</summary>
    public string LogStreamName { get; private init; } = "";

    /// <summary>
    /// How many invocations this process may work on at the same time; null where Lambda sends one after the other.
    /// </summary>
    public int? MaxConcurrency { get; private init; }

    /// <summary>Reads the variables that Lambda sets.</summary>
    public static LambdaEnvironment Read(Func<string, string?> variable) => new()
    {
        RuntimeApi = variable("AWS_LAMBDA_RUNTIME_API"),
        FunctionName = variable("AWS_LAMBDA_FUNCTION_NAME") ?? "",
        FunctionVersion = variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "",
        MemoryLimitInMB = Number(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")) ?? 0,
        LogGroupName = variable("AWS_LAMBDA_LOG_GROUP_NAME") ?? "",
        LogStreamName = variable("AWS_LAMBDA_LOG_STREAM_NAME") ?? "",
        MaxConcurrency = Number(variable("AWS_LAMBDA_MAX_CONCURRENCY")) is { } loops ? Math.Clamp(loops, 1, MaxLoops) : null,
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
