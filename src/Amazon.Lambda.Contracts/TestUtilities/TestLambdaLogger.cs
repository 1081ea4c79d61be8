using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps every entry in <see cref="Buffer"/> and copies it to the console; templates are not filled in.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Amazon's logger writes there: a failed test shows the entries.")]
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    /// <summary>"level: message" on a line.</summary>
    public void Log(string level, string message) => LogLine($"{level}: {message}");

    /// <summary>"level: message", each argument on a line after a tab, and an empty line if there was an argument.</summary>
    public void Log(string level, string message, params object[] args) => LogLine(Entry(level, message, args).ToString());

    /// <summary>As without an exception, then the exception, if any, and an empty line.</summary>
    public void Log(string level, Exception exception, string message, params object[] args)
    {
        StringBuilder entry = Entry(level, message, args);

        if (exception is not null)
        {
            entry.AppendLine().AppendLine(exception.ToString());
        }

        LogLine(entry.ToString());
    }

    private static StringBuilder Entry(string level, string message, object[] args)
    {
        StringBuilder entry = new($"{level}: {message}");

        if (args is { Length: > 0 })
        {
            entry.AppendLine();

            foreach (object arg in args)
            {
                entry.AppendLine(CultureInfo.CurrentCulture, $"\t{arg}");
            }
        }

        return entry;
    }
}
