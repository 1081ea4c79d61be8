namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>A token or a ticket, by what it is worth.</summary>
/// <param name="IsTicket">Else a token.</param>
/// <param name="IsGenuine">Issued, and not made up.</param>
/// <param name="HasExpired">Its time is over.</param>
/// <param name="HasScope">It has <c>orders:read</c>.</param>
/// <param name="IsClerk">Its holder is in the group <c>clerks</c>.</param>
/// <param name="Origin">The page that a ticket was issued to; null for none.</param>
/// <param name="Address">The address that a ticket was issued to; null for any.</param>
internal sealed record Presented(
    bool IsTicket, bool IsGenuine, bool HasExpired, bool HasScope, bool IsClerk, string? Origin, string? Address);
