using System.Diagnostics.CodeAnalysis;
using System.Text;
using Authorizers.Core.Events;

namespace Authorizers.Core.Credentials;

/// <summary>
/// Where a request may carry its API key. There must be one value in all of them together, as of a bearer token. In the header
/// Authorization the key stands behind the scheme <c>ApiKey</c>, so that a bearer token may stand there instead.
/// </summary>
/// <param name="sources">Headers, parameters of the query string, cookies.</param>
/// <param name="prefix">What keys begin with.</param>
public sealed class ApiKeySources(IReadOnlyList<RequestKey> sources, string prefix)
{
    private static ReadOnlySpan<byte> Scheme => "ApiKey "u8;

    /// <summary>Reads the one key of a request.</summary>
    /// <param name="values">Of the request.</param>
    /// <param name="key">Null when there is none.</param>
    /// <param name="rejection">Why there is none: missing, repeated, malformed, or a wrong checksum.</param>
    public bool TryRead(
        RequestValues values, [NotNullWhen(true)] out ApiKey? key, [NotNullWhen(false)] out Rejection? rejection)
    {
        List<ReadOnlyMemory<byte>> presented = [];
        foreach (RequestKey source in sources)
        {
            IReadOnlyList<ReadOnlyMemory<byte>> found = values.Utf8Of(source);
            presented.AddRange(source.Equals(RequestKey.Authorization) && found is [var only] ? WithoutScheme(only) : found);
        }

        if (presented.Count > 1)
        {
            (key, rejection) = (null, Rejection.CredentialRepeated);
            return false;
        }

        return ApiKey.TryRead(presented is [var one] ? one : default, prefix, out key, out rejection);
    }

    private static ReadOnlyMemory<byte>[] WithoutScheme(ReadOnlyMemory<byte> value) =>
        IsBehindScheme(value.Span) ? [value[Scheme.Length..].TrimStart((byte)' ')] : [];

    /// <summary>True for a value of Authorization that has a key, good or bad.</summary>
    internal static bool IsBehindScheme(ReadOnlySpan<byte> value) =>
        value.Length >= Scheme.Length && Ascii.EqualsIgnoreCase(value[..Scheme.Length], Scheme);
}
