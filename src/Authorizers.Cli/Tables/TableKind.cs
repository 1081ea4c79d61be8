using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tables;

/// <summary>What a table of the suite is for, one row each, and where a configuration names it.</summary>
/// <param name="Events">Whose configuration it is; None for any function's.</param>
/// <param name="Described">A configuration with such a table, in words.</param>
/// <param name="File">The member that names a file instead of the table.</param>
/// <param name="NotTaken">What to say of a configuration whose function has no use for such a table.</param>
/// <param name="IsTaken">Whether it has.</param>
/// <param name="TableOf">Null where there is none.</param>
internal sealed record TableKind(
    EventKind Events,
    string Described,
    string File,
    string NotTaken,
    Predicate<AuthorizerConfiguration> IsTaken,
    Func<AuthorizerConfiguration, TableConfiguration?> TableOf)
{
    public static TableKind ApiKeys { get; } = new(
        EventKind.None,
        "A configuration with apiKey: its table, region, endpoint, prefix and peppers.",
        "recordsFile",
        "The configuration has no apiKey: its function takes no API keys.",
        configuration => configuration.ApiKey is not null,
        configuration => configuration.ApiKey?.Table);

    public static TableKind Tickets { get; } = new(
        EventKind.WebSocket,
        "A WebSocket authorizer's configuration with ticket: its table, region and endpoint.",
        "ticketsFile",
        "The configuration has no ticket, or its credentials do not name it: its function takes no tickets.",
        configuration => configuration.Credentials.Ticket,
        configuration => configuration.Ticket?.Table);

    /// <summary>Null where the configuration leads to a table, or need not since one is named.</summary>
    public string? ProblemOf(AuthorizerConfiguration configuration, bool tableIsNamed) =>
        !IsTaken(configuration) ? NotTaken
        : !tableIsNamed && TableOf(configuration) is null
            ? $"The configuration has a {File} and no table. Name the table with --table."
        : null;
}
