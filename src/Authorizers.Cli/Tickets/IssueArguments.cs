using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Tickets;

/// <summary>What a new ticket is to be, as the command line has it: nothing is checked yet.</summary>
internal sealed record IssueArguments
{
    public required RightsArguments Rights { get; init; }

    public string? Origin { get; init; }

    public string? Address { get; init; }

    /// <summary>Of the connection.</summary>
    public string? Session { get; init; }

    /// <summary>Of the ticket.</summary>
    public string? Lifetime { get; init; }

    public bool AsJson { get; init; }
}
