namespace Authorizers.Core.Configuration;

/// <summary>Which credentials a caller must present.</summary>
/// <param name="ApiKey">An API key is one of them.</param>
/// <param name="Bearer">A bearer token is one of them.</param>
/// <param name="All">Where both are named: both are needed. Else one suffices, and who presents both is held to both.</param>
public sealed record RequiredCredentials(bool ApiKey, bool Bearer, bool All)
{
    internal static RequiredCredentials BearerAlone { get; } = new(false, true, true);

    internal static RequiredCredentials ApiKeyAlone { get; } = new(true, false, true);

    internal static RequiredCredentials TicketAlone { get; } = new(false, false, true) { Ticket = true };

    /// <summary>A connect ticket is one of them.</summary>
    public bool Ticket { get; init; }

    /// <summary>An API key suffices.</summary>
    public bool TakesKeyAlone => ApiKey && (!Bearer || !All);
}
