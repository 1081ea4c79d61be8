using System.Runtime.InteropServices;
using Authorizers.Core.Events;

namespace Authorizers.Core.Credentials;

/// <summary>The one credential of a WebSocket handshake, or why there is none. The default value has none.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct HandshakeCredential
{
    private readonly Rejection? _rejection;

    internal HandshakeCredential(Rejection rejection) => _rejection = rejection;

    internal HandshakeCredential(ConnectTicket ticket) => Ticket = ticket;

    internal HandshakeCredential(BearerToken token, RequestPart place) => (Token, Place) = (token, place);

    /// <summary>Null when it is none.</summary>
    public ConnectTicket? Ticket { get; }

    /// <summary>Null when it is none.</summary>
    public BearerToken? Token { get; }

    /// <summary>Where the token stood; None for anything else.</summary>
    public RequestPart Place { get; }

    /// <summary>Null when there is a credential.</summary>
    public Rejection? Rejection => _rejection ?? (Ticket is null && Token is null ? Core.Rejection.CredentialMissing : null);
}
