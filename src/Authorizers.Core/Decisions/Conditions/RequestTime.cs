using System.Globalization;
using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>
/// The values of a request that are times: when the client's certificate is valid, and when API Gateway got the request.
/// </summary>
internal static class RequestTime
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static bool IsNamedBy(RequestKey key) =>
        IsOfCertificate(key) || key is { Part: RequestPart.Context, Name: "requestTimeEpoch" };

    public static bool IsOfCertificate(RequestKey key) =>
        key is { Part: RequestPart.ClientCertificate, Name: "notBefore" or "notAfter" };

    /// <summary>A certificate's time as <see cref="CertificateTime"/>, the request's as milliseconds since 1970.</summary>
    public static bool TryRead(RequestKey key, string value, out DateTimeOffset time)
    {
        if (IsOfCertificate(key))
        {
            return CertificateTime.TryParse(value, out time);
        }

        bool good = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds <= Latest;
        time = good ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return good;
    }
}
