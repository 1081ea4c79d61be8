using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>What the issuer says of a token (RFC 7662 section 2.2).</summary>
internal sealed class IntrospectionAnswer
{
    private readonly JsonElement _members;

    private IntrospectionAnswer(JsonElement members, int length) => (_members, Length) = (members, length);

    /// <summary>The answer for every token that the issuer does not vouch for: why, it does not say.</summary>
    public static IntrospectionAnswer Inactive { get; } = new(default, 0);

    /// <summary>In bytes, as received.</summary>
    public int Length { get; }

    public bool IsActive => this != Inactive;

    /// <summary>Of an active token alone.</summary>
    public VerifiedClaims Claims => new(_members);

    /// <summary>Null unless the text is one strict JSON object that says whether the token is active.</summary>
    public static IntrospectionAnswer? Read(ReadOnlySpan<byte> json) =>
        StrictJson.ParseObjectOnce(json) is not { } members || !members.TryGetProperty("active"u8, out JsonElement active) ? null
        : active.ValueKind switch
        {
            JsonValueKind.True => new IntrospectionAnswer(members, json.Length),
            JsonValueKind.False => Inactive,
            _ => null,
        };
}
