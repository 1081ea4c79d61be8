using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Implements the member that takes an exception as well: all that a logger of one's own should.</summary>
internal sealed class FullLogger : LevelLogger, ILambdaLogger
{
    public void Log(string level, Exception exception, string message, params object[] args) =>
        Entries.Add($"{level}({exception.Message}; {message}; {string.Join(", ", args)})");
}
