using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Authorizers.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Writes lines for the operator, as text or as JSON, from a level upwards. Every overload ends in one method, because
/// Amazon's default
/// for the structured ones calls itself for ever.
/// </summary>
/// <param name="output">Takes whole lines; production passes the standard error stream.</param>
/// <param name="settings">Format and least level.</param>
/// <param name="clock">For the timestamps of JSON lines.</param>
public sealed class LineLogger(Stream output, LogSettings settings, TimeProvider clock) : ILambdaLogger
{
    private readonly Lock _gate = new();

    /// <summary>Writes at level INFO.</summary>
    public void Log(string message) => Write(LogLevel.Information, message);

    /// <summary>Writes at level INFO.</summary>
    public void LogLine(string message) => Write(LogLevel.Information, message);

    /// <summary>An unknown level counts as INFO.</summary>
    public void Log(string level, string message) =>
        Write(
            Enum.TryParse(level, ignoreCase: true, out LogLevel known) && Enum.IsDefined(known) ? known : LogLevel.Information,
            message);

    /// <summary>Arguments are not put in: they might hold a credential.</summary>
    public void Log(string level, string message, params object[] args) => Log(level, message);

    /// <summary>Names the exception by its type: its text might quote a credential.</summary>
    public void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{message} ({exception.GetType().FullName})");

    /// <summary>Writes at level WARN.</summary>
    public void Warn(string message) => Write(LogLevel.Warning, message);

    /// <summary>Writes at level ERROR.</summary>
    public void Error(string message) => Write(LogLevel.Error, message);

    private void Write(LogLevel level, string message)
    {
        if (!settings.Admits(level))
        {
            return;
        }

        byte[] line = settings.AsJson ? Json(level, message) : Encoding.UTF8.GetBytes(message + "\n");
        lock (_gate)
        {
            output.Write(line);
            output.Flush();
        }
    }

    private byte[] Json(LogLevel level, string message)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            Timestamp.Write(writer, clock.GetUtcNow());
            writer.WriteString("level"u8, LogSettings.Name(level));
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }
}
