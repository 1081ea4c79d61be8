using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Implements the member that takes a level and a message, and the one that takes arguments too.</summary>
internal class LevelLogger : LineLogger, ILambdaLogger
{
    public void Log(string level, string message) => Entries.Add($"{level}({message})");

    public void Log(string level, string message, params object[] args) =>
        Entries.Add($"{level}({message}; {string.Join(", ", args)})");
}
