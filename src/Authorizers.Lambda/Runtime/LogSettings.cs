using Amazon.Lambda.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>How the function's logging configuration wants lines; Lambda leaves both to a custom runtime.</summary>
/// <param name="AsJson">AWS_LAMBDA_LOG_FORMAT is JSON.</param>
/// <param name="Minimum">From AWS_LAMBDA_LOG_LEVEL; Information when it is not set or not known.</param>
public sealed record LogSettings(bool AsJson, LogLevel Minimum)
{
    private static readonly string[] Names = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

    /// <summary>Text, from Information upwards.</summary>
    public static LogSettings Default { get; } = new(false, LogLevel.Information);

    /// <summary>Reads the two variables; their case does not matter.</summary>
    public static LogSettings Read(Func<string, string?> variable)
    {
        int level = Array.FindIndex(
            Names, name => name.Equals(variable("AWS_LAMBDA_LOG_LEVEL"), StringComparison.OrdinalIgnoreCase));
        return new LogSettings(
            "JSON".Equals(variable("AWS_LAMBDA_LOG_FORMAT"), StringComparison.OrdinalIgnoreCase),
            level < 0 ? LogLevel.Information : (LogLevel)level);
    }

    /// <summary>True when such a line is wanted.</summary>
    public bool Admits(LogLevel level) => level >= Minimum;

    /// <summary>A level as Lambda spells it.</summary>
    public static string Name(LogLevel level) => Names[(int)level];
}
