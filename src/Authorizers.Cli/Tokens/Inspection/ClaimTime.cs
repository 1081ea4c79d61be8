using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>A moment that a token speaks of.</summary>
/// <param name="Claim">Where it stands.</param>
/// <param name="At">Null when what stands there is no NumericDate from 1970 to 9999.</param>
internal sealed record ClaimTime(string Claim, DateTimeOffset? At)
{
    private static readonly string[] Claims = ["iat", "auth_time", "nbf", "exp"];

    public static IReadOnlyList<ClaimTime> ReadAll(JsonElement claims)
    {
        List<ClaimTime> times = [];
        foreach (string claim in Claims)
        {
            if (claims.TryGetProperty(claim, out JsonElement value))
            {
                times.Add(new ClaimTime(claim, NumericDate.TryRead(value, out DateTimeOffset at) ? at : null));
            }
        }

        return times;
    }
}
