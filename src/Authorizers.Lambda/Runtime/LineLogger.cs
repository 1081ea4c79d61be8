using Amazon.Lambda.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>Writes lines for the operator. Every overload ends in one, because Amazon's default for the structured ones calls itself for ever.</summary>
/// <param name="writer">Takes whole lines; production passes the standard error stream.</param>
public sealed class LineLogger(TextWriter writer) : ILambdaLogger
{
    /// <inheritdoc/>
    public void Log(string message) => LogLine(message);

    /// <inheritdoc/>
    public void LogLine(string message)
    {
        lock (writer)
        {
            writer.WriteLine(message);
            writer.Flush();
        }
    }

    /// <inheritdoc/>
    public void Log(string level, string message) => LogLine($"{level}: {message}");

    /// <inheritdoc/>
    public void Log(string level, string message, params object[] args) => Log(level, message);

    /// <summary>Names the exception by its type: its text might quote a credential.</summary>
    public void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{message} ({exception.GetType().FullName})");
}
