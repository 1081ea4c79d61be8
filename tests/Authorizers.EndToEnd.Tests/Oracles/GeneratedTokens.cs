using System.Globalization;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>
/// Tokens of one issuer: good ones in all their variety, ones that were issued with something wrong, and good ones that were
/// changed on their way. The keys are new each time; what is done with them depends on the seed alone.
/// </summary>
internal sealed class GeneratedTokens(GeneratedIssuer issuer, int seed)
{
    /// <summary>So many good tokens before one can be spoilt on its way.</summary>
    private const int Remembered = 200;

    private static readonly string[] Types = ["\"JWT\"", "\"at+jwt\"", "\"AT+JWT\"", "\"application/at+jwt\"", "\"jwt\"",
        "\"JOSE\""];

    private static readonly string[] Subjects =
    [
        "alice", "auth0|5f7c8ec7c33c6c004bbafe82", "O'Brien", "Ünïcødé", "名前", "😀", "\\u00e9\\ud83d\\ude00", "a\u0301",
        "\u202eecila", "\\\"alice\\\"",
        "a\\/b\\\\c", "alice@example.com", "12345678901234567890", "true", " ", "\uffff",
    ];

    private static readonly (string Name, string Value)[] OtherClaims =
    [
        ("client_id", "\"shop\""), ("azp", "\"shop\""), ("jti", "\"5d7b\\u0033\""), ("scope", "\"orders:read orders:write\""),
        ("scope", "[\"orders:read\"]"),
        ("scp", "\"orders:read\""), ("scp", "[\"a\",\"b\"]"), ("groups", "[\"admins\"]"), ("cognito:groups", "[\"admins\"]"),
        ("roles", "\"one\""),
        ("realm_access", "{\"roles\":[\"a\",{\"b\":[null]}]}"), ("custom:tenant_id", "\"t-1\""), ("https://x.example/roles",
        "[\"r\"]"),
        ("auth_time", "1795145300"), ("amr", "[\"pwd\",\"otp\"]"), ("email_verified", "true"), ("name", "null"), ("nested",
        "{\"a\":{\"b\":{\"c\":{\"d\":[1,2.5,-3e-7]}}}}"),
        ("big", "12345678901234567890123456789012345678901234567890"), ("double", "1.7976931348623157e308"), ("tiny", "-0.0"),
        ("", "\"nameless\""),
        ("__proto__", "{\"sub\":\"mallory\"}"), ("constructor", "\"x\""), ("AUD", "\"other\""), ("Exp", "1"), ("sub ",
        "\"mallory\""), ("ключ", "\"значение\""),
        ("when", "\"20 November\""), ("token_use", "\"access\""), ("typ", "\"Bearer\""), ("nul", "\"a\\u0000b\""), ("long",
        $"\"{new string('x', 2000)}\""),
        ("deep", new string('[', 15) + new string(']', 15)),
    ];

    private static readonly (string Name, string Value)[] OtherParameters =
    [
        ("cty", "\"JWT\""), ("jku", "\"https://evil.example/jwks\""), ("x5u", "\"https://evil.example/cert\""), ("x5c",
        "[\"AAAA\"]"),
        ("jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"), ("nonce", "\"x\""), ("urn:x", "{\"y\":[1]}"), ("iss",
        "\"https://evil.example/\""), ("ver", "1.0"),
    ];

    /// <summary>The names of all that can be unusual or wrong.</summary>
    public static IReadOnlyList<string> Twists { get; } =
        [.. HeaderTwists.All.Concat(ClaimTwists.All).Select(twist => twist.Name), .. WireTwists.All.Select(twist => twist.Name)];

    private readonly Random _seeds = new(seed);
    private readonly List<SignedToken> _good = [];

    /// <summary>Another one for each token: a signature is never the same twice, and must not change what follows.</summary>
    private Random _chance = new(seed);

    /// <summary>A number of seconds from the moment at which all tokens are judged.</summary>
    public static string Seconds(double fromMoment) =>
        ((decimal)GeneratedIssuer.Moment.ToUnixTimeSeconds() + (decimal)fromMoment).ToString(CultureInfo.InvariantCulture);

    public IEnumerable<GeneratedToken> Take(int count)
    {
        for (int made = 0; made < count; made++)
        {
            _chance = new Random(_seeds.Next());
            yield return _good.Count < Remembered ? Good() : _chance.Next(100) switch
            {
                < 30 => Good(),
                < 65 => Twisted(),
                _ => Spoilt(),
            };
        }
    }

    private GeneratedToken Good()
    {
        TokenDraft draft = Draft();
        var token = new SignedToken(draft.Sign(), draft.Key, draft.Algorithm);
        if (_good.Count < Remembered)
        {
            _good.Add(token);
        }
        else
        {
            _good[_chance.Next(Remembered)] = token;
        }

        return new GeneratedToken(token.Text, []);
    }

    private GeneratedToken Twisted()
    {
        TokenDraft draft = Draft();
        Twist[] twists =
        [
            .. _chance.Next(8) == 0 ? [Any(HeaderTwists.All), Any(ClaimTwists.All)]
                : new[] { _chance.Next(5) < 2 ? Any(HeaderTwists.All) : Any(ClaimTwists.All) },
        ];
        Array.ForEach(twists, twist => twist.Apply(draft, _chance));
        return new GeneratedToken(draft.Sign(), [.. twists.Select(twist => twist.Name)]);
    }

    private GeneratedToken Spoilt()
    {
        while (true)
        {
            SignedToken token = Any(_good);
            SignedToken other = Any(_good);
            WireTwist twist = Any(WireTwists.All);
            if (twist.Apply(token, other, _chance) is { } text && text != token.Text && text != other.Text)
            {
                return new GeneratedToken(text, [twist.Name]);
            }
        }
    }

    private TokenDraft Draft()
    {
        string algorithm = Any(GeneratedIssuer.Algorithms);
        var draft = new TokenDraft(issuer, issuer.KeyFor(algorithm, _chance), algorithm);
        draft.Header["alg"] = $"\"{algorithm}\"";
        if (draft.Key.IsRsa || _chance.Next(3) > 0)
        {
            draft.Header["kid"] = $"\"{draft.Key.Id}\"";
        }

        draft.Header["typ"] = _chance.Next(4) == 0 ? null : Any(Types);
        AddSome(draft.Header, OtherParameters, 2);
        AddClaims(draft.Claims);
        draft.Header.Space = draft.Claims.Space = _chance.Next(4) == 0 ? " \r\n\t" : "";
        return draft;
    }

    private void AddClaims(JsonMembers claims)
    {
        claims["iss"] = $"\"{(_chance.Next(4) == 0 ? GeneratedIssuer.Issuer.Replace("/", "\\/") : GeneratedIssuer.Issuer)}\"";
        claims["sub"] = $"\"{Any(Subjects)}\"";
        claims["aud"] = Any(["\"orders-api\"", "[\"orders-api\"]", "[\"other\",\"orders-api\",\"\"]", "\"orders\\u002dapi\""]);
        bool isEarly = _chance.Next(3) == 0;
        claims["nbf"] = isEarly ? Any([Seconds(55), Seconds(60)]) : Any([null, Seconds(-3600), "0", Seconds(-100.5)]);
        claims["exp"] = isEarly ? Any([Seconds(61), Seconds(7200)])
            : Any([Seconds(3600), Seconds(-55), Seconds(0), Seconds(300.25), "4.1e9", "4102444800.0", "253402300799"]);
        claims["iat"] = Any([null, Seconds(-3600), Seconds(55), Seconds(60), "1.6E+9"]);
        AddSome(claims, OtherClaims, 6);
        claims.Shuffle(_chance);
    }

    private void AddSome(JsonMembers members, (string Name, string Value)[] others, int most)
    {
        for (int more = _chance.Next(most + 1); more > 0; more--)
        {
            (string name, string value) = Any(others);
            members[name] = value;
        }

        members.Shuffle(_chance);
    }

    private T Any<T>(IReadOnlyList<T> items) => items[_chance.Next(items.Count)];
}
