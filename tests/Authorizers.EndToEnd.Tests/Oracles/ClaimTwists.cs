using System.Text.Json;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>What can be unusual or wrong with claims.</summary>
internal static class ClaimTwists
{
    private static readonly string[] NoDates =
    [
        "null", "true", "\"4102444800\"", "\"2030-01-01T00:00:00Z\"", "[4102444800]", "{}",
        "-1", "1e400", "-1e400", "253402300800", "1e20",
    ];

    public static IReadOnlyList<Twist> All { get; } =
    [
        // Issuer and subject.
        new("iss absent", (draft, _) => draft.Claims["iss"] = null),
        .. Claims("iss", "\"https://other.example/\"", "\"https://issuer.example\"", "\"https://ISSUER.example/\""),
        .. Claims("iss", "\"https://issuer.example/\\u0000\"", "\"https://issuer.example.evil/\"", "\"\""),
        .. Claims("iss", "[\"https://issuer.example/\"]", "null", "1"),
        new("sub absent", (draft, _) => draft.Claims["sub"] = null),
        .. Claims("sub", "\"\"", "null", "1", "[\"alice\"]", "{\"id\":\"alice\"}", "\"alice\\u0000\"", "\"alice\\r\\nx: y\""),

        // Audience.
        new("aud absent", (draft, _) => draft.Claims["aud"] = null),
        .. Claims("aud", "[]", "\"\"", "null", "1", "true", "{\"orders-api\":1}"),
        .. Claims("aud", "\"orders\"", "\"orders-api \"", "\"Orders-Api\"", "\"orders-api,other\"", "[\"other\"]"),
        .. Claims("aud", "[[\"orders-api\"]]", "[\"orders-api\",1]", "[\"orders-api\",null]"),
        new("aud of 501 texts", (draft, _) => draft.Claims["aud"] = Texts("orders-api", 501)),

        // Times.
        new("exp absent", (draft, _) => draft.Claims["exp"] = null),
        .. NoDates.SelectMany(value => Claims("exp", value)),
        .. NoDates.SelectMany(value => Claims("nbf", value)),
        .. NoDates.SelectMany(value => Claims("iat", value)),
        .. Times("exp", "expired", -61, -65, -3600, -1e8),
        .. Times("exp", "expired at this moment", -60),
        .. Times("exp", "expired a fraction of a second ago", -60.5),
        .. Times("nbf", "not yet valid", 65, 3600, 1e8),
        .. Times("nbf", "not valid for a fraction of a second", 60.5),
        .. Times("iat", "issued in the future", 65, 3600, 1e8),
        new("nbf later than exp", (draft, _) => (draft.Claims["nbf"], draft.Claims["exp"]) = (At(40), At(-20))),

        // Kinds of tokens.
        .. Claims("token_use", "\"id\"", "\"refresh\"", "1"),
        .. Claims("typ", "\"ID\"", "\"Refresh\""),
        .. Claims("nonce", "\"n-0S6_WzA2Mj\""),
        .. Claims("at_hash", "\"77QmUPtjPfzWtF2AnpK9RQ\""),
        .. Claims("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}"),
        .. Claims("cnf", "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}", "{}"),

        // Scopes and groups.
        .. Claims("scope", "1", "{\"orders:read\":true}", "[\"orders:read\",1]", "null"),
        .. Claims("groups", "1", "{}", "[[]]"),
        new("scope of 501 texts", (draft, _) => draft.Claims["scope"] = Texts("orders:read", 501)),

        // Texts.
        new("aud twice, ours last", (draft, _) => draft.Claims.AddFirst("aud", "\"other\"")),
        new("aud twice, ours first", (draft, _) => draft.Claims.AddLast("aud", "\"other\"")),
        new("aud twice by an escape", (draft, _) => draft.Claims.AddFirst("\\u0061ud", "\"other\"")),
        new("exp twice", (draft, _) => draft.Claims.AddFirst("exp", "1")),
        new("an unknown claim twice", (draft, _) => draft.Claims.AddLast("x", "1,\"x\":2")),
        new("a nested member twice", (draft, _) => draft.Claims.AddLast("x", "{\"y\":1,\"\\u0079\":2}")),
        new("claims behind a BOM", (draft, _) => draft.ClaimsText = text => $"\ufeff{text}"),
        new("claims before more", (draft, _) => draft.ClaimsText = text => $"{text}{{}}"),
        new("claims before a letter", (draft, _) => draft.ClaimsText = text => $"{text}x"),
        new("claims before NUL", (draft, _) => draft.ClaimsText = text => $"{text}\0"),
        new("claims in an array", (draft, _) => draft.ClaimsText = text => $"[{text}]"),
        new("claims in a text", (draft, _) => draft.ClaimsText = text => JsonSerializer.Serialize(text)),
        new("claims null", (draft, _) => draft.ClaimsText = _ => "null"),
        new("claims of nothing", (draft, _) => draft.ClaimsText = _ => "{}"),
        new("claims of no text at all", (draft, _) => draft.ClaimsText = _ => ""),
        new("claims cut off", (draft, _) => draft.ClaimsText = text => text[..^1]),
        new("claims with a comment", (draft, _) => draft.ClaimsText = text => $"{{/* */{text[1..]}"),
        new("claims with a trailing comma", (draft, _) => draft.ClaimsText = text => $"{text[..^1]},}}"),
        new("claims with a doubled comma", (draft, _) => draft.ClaimsText = text => $"{text[..^1]},,\"x\":1}}"),
        new("claims with single quotes", (draft, _) => draft.ClaimsText = text => $"{text[..^1]},'x':'y'}}"),
        new("claims with a name without quotes", (draft, _) => draft.ClaimsText = text => $"{text[..^1]},x:1}}"),
        new("claims with a line feed in a text", (draft, _) => draft.Claims["x"] = "\"a\nb\""),
        new("claims with a lone surrogate", (draft, _) => draft.Claims["x"] = "\"\\ud800\""),
        new("claims with a lone surrogate in a name", (draft, _) => draft.Claims["\\udfff"] = "1"),
        new("claims with bytes that are no UTF-8", (draft, _) => draft.Claims["x"] = "\"\ue0ff\""),
        new("claims with bytes that are no UTF-8 in a name", (draft, _) => draft.Claims["\ue0c0\ue0af"] = "1"),
        .. Values("NaN", "Infinity", "undefined", "True", "new Date(0)", "\"\\x41\"", "\"\\u00g0\""),
        .. Values("01", "+1", ".5", "1.", "0x10"),
        new("claims 17 levels deep", (draft, _) => draft.Claims["x"] = Nested(16)),
        new("claims 64 levels deep", (draft, _) => draft.Claims["x"] = Nested(63)),
        new("claims 300 levels deep", (draft, _) => draft.Claims["x"] = Nested(299)),
        new("token of more than 8,192 bytes", (draft, _) => draft.Claims["x"] = $"\"{new string('x', 8192)}\""),
    ];

    private static IEnumerable<Twist> Claims(string name, params string[] values) =>
        values.Select(value => new Twist($"{name} {value}", (draft, _) => draft.Claims[name] = value));

    /// <summary>Values that are no JSON.</summary>
    private static IEnumerable<Twist> Values(params string[] values) =>
        values.Select(value => new Twist($"claims with {value}", (draft, _) => draft.Claims["x"] = value));

    private static Twist[] Times(string name, string title, params double[] seconds) =>
        [new($"{name} {title}", (draft, chance) => draft.Claims[name] = At(seconds[chance.Next(seconds.Length)]))];

    private static string At(double seconds) => GeneratedTokens.Seconds(seconds);

    private static string Texts(string first, int count) =>
        JsonSerializer.Serialize(Enumerable.Repeat("x", count - 1).Prepend(first));

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
