using System.Text.Json;

namespace Authorizers.EndToEnd.Tests.Signers;

/// <summary>Tokens that somebody else's code signed, and the keys that go with them.</summary>
/// <param name="KeySet">A JWK Set.</param>
/// <param name="Tokens">By algorithm and size or curve: <c>RS256 2048</c>, <c>ES256 P-256</c>.</param>
internal sealed record ForeignTokens(string KeySet, IReadOnlyDictionary<string, string> Tokens)
{
    /// <summary>Reads what the scripts in <c>npm/</c> print.</summary>
    public static ForeignTokens Read(string json)
    {
        using var printed = JsonDocument.Parse(json);
        return new ForeignTokens(
            printed.RootElement.GetProperty("keySet").GetRawText(),
            printed.RootElement.GetProperty("tokens").EnumerateObject().ToDictionary(
                member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal));
    }
}
