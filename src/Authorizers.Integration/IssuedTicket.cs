namespace Authorizers.Integration;

/// <summary>A ticket for its page, and nobody else. It prints its type's name.</summary>
/// <param name="Ticket">For the query string of the handshake, as it is: letters, digits and an underscore.</param>
/// <param name="Expires">The first moment at which it is no longer good, in whole seconds.</param>
public sealed record IssuedTicket(string Ticket, DateTimeOffset Expires)
{
    /// <summary>The type's name, never the ticket.</summary>
    public override string ToString() => nameof(IssuedTicket);
}
