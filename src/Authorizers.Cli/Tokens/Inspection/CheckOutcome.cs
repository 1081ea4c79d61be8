namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>How a check ended.</summary>
internal enum CheckOutcome
{
    /// <summary>It was not made: an earlier one decided.</summary>
    NotReached,

    Passed,

    /// <summary>The first that did not hold: the reason why the token is refused.</summary>
    Failed,

    /// <summary>It does not hold either, and would be the reason if the earlier ones held.</summary>
    AlsoFails,
}
