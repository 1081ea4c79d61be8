namespace Authorizers.Core.Configuration;

/// <summary>
/// The configuration cannot be used. It lists every problem at once, and never a value that came from the environment.
/// </summary>
public sealed class ConfigurationException : Exception
{
    /// <param name="problems">At least one, ordered by path.</param>
    public ConfigurationException(IReadOnlyList<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>For example <c>$.issuers[0].audiences: is missing</c>.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>The code that stands before the problems in the Lambda error.</summary>
    public const string Code = "configuration_invalid";
}
