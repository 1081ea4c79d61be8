namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>
/// Whether a handshake is to be let in, by what a browser can be made to send and what each setting means; nothing here is taken
/// from the code that decides.
/// </summary>
internal static class HandshakeOracle
{
    public static bool LetsIn(HandshakeCase handshake)
    {
        if (!handshake.IsConnect || !PageMayConnect(handshake))
        {
            return false;
        }

        bool isForAnyone = handshake.Rule.Contains("anyone", StringComparison.Ordinal);
        bool whenHolds = !handshake.Rule.Contains("when", StringComparison.Ordinal) || handshake.Address == HandshakeCase.Inside;
        if (Only(handshake) is not { } presented || !IsGood(presented.Place, presented.Credential))
        {
            return isForAnyone && whenHolds;
        }

        return whenHolds
            && IsInItsOwnHands(handshake, presented.Credential)
            && (isForAnyone || HasRights(handshake.Rule, presented.Credential));
    }

    /// <summary>A ticket is used up by whoever presents it and nothing else, from a page that may connect.</summary>
    public static bool TakesTicket(HandshakeCase handshake) =>
        handshake.IsConnect
        && PageMayConnect(handshake)
        && Only(handshake) is { } presented
        && presented.Credential.IsTicket
        && HandshakeCase.TicketPlaces.Contains(presented.Place);

    /// <summary>What stands where somebody looks, if that is one thing.</summary>
    private static (string Place, Presented Credential)? Only(HandshakeCase handshake)
    {
        (string Place, Presented Credential)[] seen =
        [
            .. handshake.Credentials.Where(
                presented => handshake.OfTickets.Contains(presented.Place) || handshake.OfTokens.Contains(presented.Place)),
        ];
        return seen.Length == 1 ? seen[0] : null;
    }

    /// <summary>
    /// Browsers send one origin, and cannot be made to send another, or none. What they cannot send either, a header, or what is
    /// bound to its page, a ticket, needs none.
    /// </summary>
    private static bool PageMayConnect(HandshakeCase handshake)
    {
        if (handshake.Origins.Count != 1)
        {
            return handshake.Origins.Count == 0 && !handshake.RequiresPage
                && (handshake.Pages is null || !BringsWhatABrowserSends(handshake));
        }

        return handshake.Pages?.Contains(handshake.Origins[0]) != false;
    }

    private static bool BringsWhatABrowserSends(HandshakeCase handshake) =>
        Only(handshake) is { } presented
        && HandshakeCase.TokenPlaces.Contains(presented.Place)
        && presented.Place != "header.Authorization";

    private static bool IsGood(string place, Presented credential) =>
        credential is { IsGenuine: true, HasExpired: false }
        && credential.IsTicket == HandshakeCase.TicketPlaces.Contains(place);

    private static bool IsInItsOwnHands(HandshakeCase handshake, Presented credential) =>
        !credential.IsTicket
        || (credential.Origin == handshake.Origins.SingleOrDefault()
            && (credential.Address is null || credential.Address == handshake.Address));

    private static bool HasRights(string rule, Presented credential) =>
        (!rule.Contains("scopes", StringComparison.Ordinal) || credential.HasScope)
        && (!rule.Contains("groups", StringComparison.Ordinal) || credential.IsClerk);
}
