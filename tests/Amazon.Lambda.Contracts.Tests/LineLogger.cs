using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Implements what must be implemented, and nothing else.</summary>
internal class LineLogger : ILambdaLogger
{
    public List<string> Entries { get; } = [];

    public void Log(string message) => Entries.Add($"Log({message})");

    public void LogLine(string message) => Entries.Add($"LogLine({message})");
}
