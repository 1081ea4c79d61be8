namespace Amazon.Lambda.Core;

/// <summary>Severity of a log entry, rising with its number; Lambda drops entries below the function's level.</summary>
public enum LogLevel
{
    Trace = 0,
    Debug = 1,
    Information = 2,
    Warning = 3,
    Error = 4,
    Critical = 5,
}
