namespace Authorizers.Cli.Explain;

/// <summary>One route: what a fresh answer makes of a call to it, and what the kept one does.</summary>
/// <param name="Route">As the table has it.</param>
/// <param name="Call">The sample; null when other routes take every call to it.</param>
/// <param name="Fresh">Of the function, asked anew; null without a call.</param>
/// <param name="Cached">Of the kept answer; null without a call.</param>
internal sealed record RouteComparison(string Route, SampleCall? Call, ClientAnswer? Fresh, ClientAnswer? Cached)
{
    public bool IsAlike => Fresh?.Status == Cached?.Status;

    /// <summary>Null when there is nothing to say.</summary>
    public string? Note => (Fresh, Cached) switch
    {
        (null, _) or (_, null) => "other routes take every call to it",
        _ when IsAlike => null,
        ({ IsAllowed: false }, { IsAllowed: true }) => "the copy grants what a fresh answer refuses",
        ({ IsAllowed: true }, { IsAllowed: false }) => "the copy refuses what a fresh answer grants",
        _ => "refused either way, with another status",
    };
}
