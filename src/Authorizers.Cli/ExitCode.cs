namespace Authorizers.Cli;

/// <summary>How the command ends.</summary>
internal static class ExitCode
{
    /// <summary>Done; a Deny is an answer too.</summary>
    public const int Done = 0;

    /// <summary>The answer is a failure: the function threw, or a token is not valid.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration is at fault.</summary>
    public const int BadUsage = 2;
}
