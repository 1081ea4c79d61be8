using Authorizers.Core.Configuration;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda;

/// <summary>Everything a function has from outside: so that a test, or the command line, can be its outside.</summary>
/// <param name="ConfigurationPath">The configuration file, absolute.</param>
/// <param name="Variable">An environment variable by name; null when it is not set.</param>
/// <param name="Clock">The time.</param>
/// <param name="Records">Takes the decision records.</param>
/// <param name="Talk">Takes lines for the operator.</param>
public sealed record FunctionSurroundings(
    string ConfigurationPath, Func<string, string?> Variable, TimeProvider Clock, Stream Records, Stream Talk)
{
    private const string ConfigurationVariable = "AUTHORIZER_CONFIG";

    /// <summary>
    /// The process's own: standard output for records, standard error for lines, and the configuration beside the
    /// executable.
    /// </summary>
    public static FunctionSurroundings OfProcess() => new(
        Path.Combine(
            AppContext.BaseDirectory,
            Environment.GetEnvironmentVariable(ConfigurationVariable) is { Length: > 0 } path ? path : ConfigurationFile.DefaultName),
        Environment.GetEnvironmentVariable,
        TimeProvider.System,
        StandardStream.Output,
        StandardStream.Error);

    /// <summary>Format and least level of lines and records.</summary>
    public LogSettings LogSettings { get; } = LogSettings.Read(Variable);

    /// <summary>Writes lines for the operator.</summary>
    public LineLogger Log { get; } = new(Talk, LogSettings.Read(Variable), Clock);
}
