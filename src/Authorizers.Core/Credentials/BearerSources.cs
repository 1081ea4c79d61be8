using System.Diagnostics.CodeAnalysis;
using Authorizers.Core.Events;

namespace Authorizers.Core.Credentials;

/// <summary>
/// Where a request may carry its bearer token. There must be one value in all of them together: which of two API Gateway, this
/// function and the backend would take, an attacker would find out.
/// </summary>
/// <param name="sources">Headers, parameters of the query string, cookies, subprotocols of a WebSocket.</param>
public sealed class BearerSources(IReadOnlyList<RequestKey> sources)
{
    /// <summary>A header has the token behind its scheme, any other source has it bare.</summary>
    /// <param name="values">Of the request.</param>
    /// <param name="token">The token without its scheme.</param>
    /// <param name="rejection">Why there is no token: missing, malformed or repeated.</param>
    public bool TryRead(RequestValues values, out BearerToken token, [NotNullWhen(false)] out Rejection? rejection) =>
        TryRead(values, out token, out _, out rejection);

    /// <summary>The same, and where it stood; None when it stood nowhere.</summary>
    internal bool TryRead(
        RequestValues values, out BearerToken token, out RequestPart part, [NotNullWhen(false)] out Rejection? rejection)
    {
        token = default;
        rejection = Rejection.CredentialMissing;
        (part, ReadOnlyMemory<byte> value) = (RequestPart.None, default(ReadOnlyMemory<byte>));
        foreach (RequestKey source in sources)
        {
            foreach (ReadOnlyMemory<byte> found in values.Utf8Of(source))
            {
                if (part != RequestPart.None)
                {
                    rejection = Rejection.CredentialRepeated;
                    return false;
                }

                (part, value) = (source.Part, found);
            }
        }

        return !value.IsEmpty && (part == RequestPart.Header
            ? BearerToken.TryRead(value, out token, out rejection)
            : BearerToken.TryReadBare(value, out token, out rejection));
    }
}
