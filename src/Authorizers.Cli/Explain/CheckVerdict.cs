namespace Authorizers.Cli.Explain;

/// <summary>What the checks said of the credential.</summary>
/// <param name="Failed">
/// The first that did not hold: <see cref="Origin"/>, <see cref="Ticket"/>, or as <c>token inspect</c> names it; null where none
/// is known.
/// </param>
/// <param name="Code">Why; null when all hold, or when nobody says.</param>
/// <param name="Claim">The claim at fault; null when none is.</param>
internal sealed record CheckVerdict(string? Failed, string? Code, string? Claim)
{
    /// <summary>Of the page that a handshake comes from.</summary>
    public const string Origin = "origin";

    /// <summary>Of a ticket, by the table that it is taken from.</summary>
    public const string Ticket = "ticket";

    public static CheckVerdict Held { get; } = new(null, null, null);

    public bool AllHold => this == Held;
}
